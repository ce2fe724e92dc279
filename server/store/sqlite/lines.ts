import { setTimeout as pause } from 'node:timers/promises';
import type { Grip, Line } from '../port.ts';

const RETRY = 10;

type Held = { readonly line: object; readonly name: string; readonly how: Grip };

/** Lines to a database that one process alone may open: whoever holds names or hears news is in this process too. */
export const createLines = () => {
  let held: readonly Held[] = [];
  const ears = new Map<object, ((topic: string) => void)[]>();
  const open = (): Line => {
    const line = {};
    let tellLost: () => void = () => undefined;
    let isOver = false;
    const lost = new Promise<void>((resolve) => {
      tellLost = resolve;
    });
    const grip: Line['grip'] = async (name, how) => {
      const others = held.filter((one) => one.name === name && one.line !== line);
      if (others.some((one) => how === 'alone' || one.how === 'alone')) return false;
      held = [...held, { line, name, how }];
      return true;
    };
    return {
      grip,
      wait: async (name) => {
        while (!(await grip(name, 'alone'))) await pause(RETRY);
      },
      letGo: async (name, how) => {
        const at = held.findIndex((one) => one.line === line && one.name === name && one.how === how);
        held = held.filter((_, i) => i !== at);
      },
      onNews: async (hear) => void ears.set(line, [...(ears.get(line) ?? []), hear]),
      stands: async () => !isOver,
      lost,
      close: async () => {
        isOver = true;
        held = held.filter((one) => one.line !== line);
        ears.delete(line);
        tellLost();
      },
    };
  };
  return {
    open: async (): Promise<Line> => open(),
    tell: async (topic: string): Promise<void> => {
      for (const hear of [...ears.values()].flat()) hear(topic);
    },
  };
};
