import { holdThrough } from './holds.ts';

// The last one is a district of forty schools: many of everything, little of each.
holdThrough([11, 12, 13, 14, 15, 16, 17, 18, 19], { phones: 10 });
holdThrough([20], { phones: 200 });
