import { z } from 'zod';

// Zod compiles schemas with `new Function` where it can; the page's policy forbids that, so it must not even try.
// Imported before anything that makes a schema.
z.config({ jitless: true });
