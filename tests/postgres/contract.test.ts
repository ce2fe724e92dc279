import { describe, onTestFinished } from 'vitest';
import { openPostgresStore } from '../../server/store/index.ts';
import { anEmptyPostgresDatabase } from '../support/postgres.ts';
import { storeContract } from '../support/store-contract.ts';

describe('PostgreSQL keeps the contract of the store', () => {
  storeContract(async () => {
    const store = await openPostgresStore(await anEmptyPostgresDatabase());
    onTestFinished(() => store.close());
    return store;
  });
});
