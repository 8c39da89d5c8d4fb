import { config } from 'zod'

// zod would try whether it may build functions from text, which the content security policy refuses with an error in the
// log. Schemas read this when they are made, so index.html runs this module before all others.
config({ jitless: true })
