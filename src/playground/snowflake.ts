// Discord's ids: milliseconds since 2015 in the upper bits, a counter in the lower 22.

const DISCORD_EPOCH_MS = 1_420_070_400_000n;

export type Snowflake = string;

export type MakeSnowflake = () => Snowflake;

/** Ids rise strictly, even within one millisecond and when the clock is set back; `after` is the highest one known. */
export function snowflakes(now: () => number, after: Snowflake = '0'): MakeSnowflake {
  let last = BigInt(after);
  return () => {
    const first = (BigInt(Math.trunc(now())) - DISCORD_EPOCH_MS) << 22n;
    last = first > last ? first : last + 1n;
    return last.toString();
  };
}

export function isSnowflake(value: unknown): value is Snowflake {
  return typeof value === 'string' && /^\d{1,20}$/.test(value);
}

export function snowflakeTime(id: Snowflake): number {
  return Number((BigInt(id) >> 22n) + DISCORD_EPOCH_MS);
}

export function compareSnowflakes(a: Snowflake, b: Snowflake): number {
  const difference = BigInt(a) - BigInt(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
