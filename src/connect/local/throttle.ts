/** The service's rate: a bucket that holds `burst` requests and is refilled by `perSecond`. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** Takes one out of the bucket; `false`: it is empty. `now` in milliseconds. */
export function makeThrottle({ perSecond, burst }: Rate): (now: number) => boolean {
  let filled = burst;
  let last: number | undefined;
  return (now) => {
    filled = Math.min(burst, filled + ((now - (last ?? now)) / 1000) * perSecond);
    last = now;
    if (filled < 1) return false;
    filled -= 1;
    return true;
  };
}
