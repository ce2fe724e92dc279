export { type Courier, type Opened, openCourier } from './open.ts';
