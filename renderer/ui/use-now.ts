import { useEffect, useState } from 'react';

/** The time of this computer in UTC, to the minute it was last looked at: for what becomes overdue while it is shown. */
export function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const ticking = setInterval(() => setNow(new Date().toISOString()), 60_000);
    return () => clearInterval(ticking);
  }, []);
  return now;
}
