/** Where the moments come from: `KILLED_SEED=17` in the environment gives others. */
export const seed = Number(process.env.KILLED_SEED ?? 1);

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function random(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
