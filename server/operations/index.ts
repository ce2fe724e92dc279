export { type HttpServer, listen } from './http-server.ts';
export { createLog, type ServiceLog } from './log.ts';
export { type DataRooms, openDataRooms } from './rooms.ts';
export { hasDemo, isEmpty, type Seeded, seedDemo } from './seed.ts';
export { StartRefused, startSentence } from './start-refused.ts';
export { caraMasuk } from './welcome.ts';
