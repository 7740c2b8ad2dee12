import { z } from 'zod';

/** A moment in UTC as `2026-11-23T14:02:03.004Z`: what a clock hands to the domain and what history keeps. */
export const instant = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/, {
    message: 'a moment is written 2026-11-23T14:02:03Z, in UTC',
  });
