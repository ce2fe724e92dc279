export * from './decide.ts';
export type { Actor, AnyDefinition, DecisionContext, Peran } from './definition.ts';
export { HARI_URUNG } from './impor.ts';
export * from './registry.ts';
export * from './upcast.ts';
