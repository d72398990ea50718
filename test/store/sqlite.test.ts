import { openStore } from '../../src/store/open.ts';
import { storeContract } from './contract.ts';

storeContract('SQLite', () => openStore('sqlite::memory:'));
