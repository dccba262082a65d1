import { createMemoryLog } from '#server/store/memoryLog.ts';
import { updateLogContract } from './support/updateLogContract.ts';

updateLogContract('the log in memory', async () => ({ log: createMemoryLog(), close: async () => undefined }));
