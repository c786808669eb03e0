import { config } from 'zod';

// The page's security policy forbids generated code; without this, zod would try it and be reported.
config({ jitless: true });
