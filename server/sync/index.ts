/** The sync server: the documents of all meetings, and the doors to them. */
export type { Authorship } from './authorship.ts';
export type { ConnectionHooks } from './connection.ts';
export type { Authored } from './reading.ts';
export { createDoors, type Doors, type DoorsParts } from './door.ts';
export { openRooms, type ChangeListener, type Rooms, type RoomsParts } from './rooms.ts';
export type { Writer } from './room.ts';
