// How long what is read is kept.

/** Days that a server may keep its texts. */
export const TEXT_DAYS = [7, 30, 90] as const;
export type TextDays = (typeof TEXT_DAYS)[number];

/** Where no server says otherwise. */
export const USUAL_TEXT_DAYS: TextDays = 90;

/** After its text an article's title, address and fingerprint stay. */
export const ROW_DAYS = 365;
