// A bar chart as plain values: what a picture is drawn from.

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** The part of the value that is nothing new: the bar is paler there. */
  readonly base: number;
  /** Behind the bar: "+5". */
  readonly note: string;
}

export interface BarChart {
  readonly bars: readonly Bar[];
  /** What the two parts of a bar are called; undefined where bars have one part. */
  readonly legend: { readonly base: string; readonly more: string } | undefined;
}
