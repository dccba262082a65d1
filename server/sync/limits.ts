/**
 * What one participant, one line and one document may cost. Generous for fast typing on every part of a plan and for a
 * tablet that comes back with all its parts at once; tight for whoever wants to stop the others.
 */

/** Largest message that is read as one; above it the connection closes with `too-large`. */
export const MESSAGE_BYTES = 256 * 1024;

/** Largest WebSocket frame that is taken in at all, so that `too-large` can still be said of what is above a message. */
export const FRAME_BYTES = 6 * 1024 * 1024;

/**
 * What the messages of one line cost, in points. Any frame costs something; a change costs more, and asking for the
 * document most of all. Presence costs something when everybody is told of it; stock clients pass on all that they hear
 * of others, and that is passed over.
 */
export const COST = { frame: 1, update: 9, presence: 4, ask: 49 } as const;

/**
 * What comes on top: a point for so many bytes of an answer or of presence, and for so many steps of an update (see
 * `effort.ts`), one that was refused among them. A point stands for some fifty microseconds of the processor.
 */
export const FOR_A_POINT = { answerBytes: 2048, presenceBytes: 512, steps: 500 } as const;

/** Points of one line: so many at once, and so many more each second. That is 2,000 changes, and 200 a second. */
export const POINTS = { burst: 20_000, perSecond: 2000 } as const;

/** Points of one participant on all their lines together. */
export const PERSON_POINTS = { burst: 100_000, perSecond: 8000 } as const;

/** Bytes of one line: so many at once, and so many more each second. */
export const BYTES = { burst: 16 * 1024 * 1024, perSecond: 1024 * 1024 } as const;

/** Bytes that may wait for somebody who does not read, before the line closes with `too-slow`. */
export const UNREAD_BYTES = 16 * 1024 * 1024;

/** Messages that may wait on a connection while its document is loaded. */
export const WAITING = { messages: 500, bytes: 2 * 1024 * 1024 } as const;

/** Bytes that may wait for the log over all rooms, before new updates are turned away. */
export const UNSTORED_BYTES = 64 * 1024 * 1024;

/** Refused updates of one connection, before it closes with `forbidden`. */
export const REFUSALS = 10;

/** Channels that may be open on one line: every part of a plan twice over. */
export const CHANNELS = 64;

/** Places that one participant may have in one document, in all their windows. */
export const PLACES = 64;

/** Lines and sockets that one participant may have at the same time. */
export const LINES = 256;

/** The state that one client id shows to the others, as JSON. */
export const PRESENCE_BYTES = 2048;

/** Client ids that one connection may show presence for. A document uses one, and a new one after a mix-up. */
export const PRESENCE_IDS = 4;

/** New structs, and new runs of deletions, in one update. A day of writing offline is some hundreds. */
export const CHANGES = 10_000;

/** Structs in one update, new or known already: whoever comes back tells some of what is known again. */
export const TOLD = 20_000;

/** Steps to put one update into its places, see `effort.ts`: some forty milliseconds, in the guard and in the room. */
export const STEPS = 400_000;

/** Highest clock of a client: characters that one window has ever written in one document. */
export const CLOCK = 2 ** 31;

/** Client ids of one participant in one document: one for each window that ever wrote in it. */
export const CLIENT_IDS = 2000;

/** All stored updates of one document. */
export const DOCUMENT_BYTES = 4 * 1024 * 1024;

/** Rows of one part. A plan has some dozens. */
export const ROWS = 500;

/** How long a document rests that could not be stored, in ms: those in it come back at once, to the same trouble. */
export const REST_MS = 1000;

/** Updates of a document that are stored one by one, before one base takes their place. */
export const UPDATES_BEFORE_BASE = 2000;

/** Levels below what stands under the root: the words of a text in a row are two below the row. */
export const NESTING = 5;

/** Client ids with something new in one update: the window's, and the one that it had before a mix-up. */
export const CLIENTS = 16;

/** Lists and objects within each other in one plain value. */
export const VALUE_DEPTH = 4;

/** How often each line is asked for a sign of life, in ms, and how many may be missed. */
export const BEAT = { everyMs: 10_000, missed: 2 } as const;

/** How long somebody may take to answer our goodbye, in ms. */
export const GOODBYE_MS = 3000;

/** Bytes that somebody who is not let in may send before their connection is cut. */
export const STRANGER_BYTES = 64 * 1024;
