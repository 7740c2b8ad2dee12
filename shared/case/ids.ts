import { z } from 'zod';

/** What records are told apart by; ids of Stet are UUIDs of version 7. */
export const idSchema = z.string().min(1).max(64);
/** A SHA-256 in hexadecimal. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
