import { constants, setPriority } from 'node:os';

// Whoever runs beside these tests goes first: they reckon, on a clock of their own, and wait for nobody.
setPriority(constants.priority.PRIORITY_LOW);
