import { holdThrough } from './holds.ts';

holdThrough([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { phones: 10 });
