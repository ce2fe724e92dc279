import type { Row } from '../measure.ts';
import type { Figures, Run } from './contest.ts';

/** Runs of one contestant with so many entries, in the order they were made. */
export type Runs = (name: string, count: number) => readonly Run[];

type Of = (figures: Figures) => number;
export const bytes: Of = ({ up, down }) => up + down;
const wall: Of = (figures) => figures.wall;
export const cpu: Of = ({ clientCpu, serverCpu }) => clientCpu + serverCpu;

/** RxDB fetches what it has just pushed, now in the push and now after it: only what it sends is counted, in its favour. */
const sentAlone: Of = ({ up }) => up;

const change = ({ changeUp, changeDown }: Run): Figures => ({
  ...changeUp,
  up: changeUp.up + changeDown.up,
  down: changeUp.down + changeDown.down,
  requests: changeUp.requests + changeDown.requests,
});

type Compared = {
  readonly count: number;
  readonly at: (run: Run) => Figures;
  readonly of: Of;
  /** What counts of the peer where it is not the same. */
  readonly ofPeer?: Of;
};

/** Every goal of performance.md, as a ratio taken within one run where it is one. */
export const goalRows = (runs: Runs): Row[] => {
  const ours = (count: number) => runs('ours', count);
  const beside = (peer: string, { count, at, of, ofPeer = of }: Compared): number[] =>
    ours(count).flatMap((run, i) => {
      const other = runs(peer, count)[i];
      return other ? [of(at(run)) / ofPeer(at(other))] : [];
    });
  const requests = (count: number, at: (run: Run) => Figures) => ours(count).map((run) => at(run).requests);
  const x = (name: string, goal: number, readings: readonly number[]): Row => ({
    name,
    readings,
    goal,
    unit: 'x',
  });
  const n = (name: string, goal: number, readings: readonly number[]): Row => ({
    name,
    readings,
    goal,
    unit: '',
  });
  const push = (run: Run) => run.push;
  const pull = (run: Run) => run.pull;
  const again = (run: Run) => run.again;
  const nothing = (run: Run) => run.nothing;
  const few = { count: 1000, of: bytes };
  const many = { count: 10_000, of: bytes };
  return [
    x('push 1,000: bytes, of PouchDB’s', 1 / 7, beside('PouchDB', { ...few, at: push })),
    x('push 1,000: bytes, of RxDB’s', 1 / 5, beside('RxDB', { ...few, at: push, ofPeer: sentAlone })),
    x('push 1,000: bytes, of Automerge’s', 0.8, beside('Automerge', { ...few, at: push })),
    x('push 1,000: wall, of PouchDB’s', 1 / 3, beside('PouchDB', { ...few, at: push, of: wall })),
    x('push 1,000: CPU of both sides, of PouchDB’s', 1 / 4, beside('PouchDB', { ...few, at: push, of: cpu })),
    n(
      'push 10,000: bytes an entry',
      60,
      ours(10_000).map((run) => bytes(run.push) / 10_000),
    ),
    n('push 10,000: requests', 25, requests(10_000, push)),
    x('push 10,000: wall, of RxDB’s', 0.9, beside('RxDB', { ...many, at: push, of: wall })),
    x('pull 10,000: bytes, of PouchDB’s', 0.35, beside('PouchDB', { ...many, at: pull })),
    x('pull 10,000: bytes, of RxDB’s', 0.2, beside('RxDB', { ...many, at: pull })),
    n('right after the push of 10,000: requests', 1, requests(10_000, again)),
    x(
      'right after the push of 10,000: bytes, of PouchDB’s',
      1 / 200,
      beside('PouchDB', { ...many, at: again }),
    ),
    n('nothing changed: requests', 1, requests(10_000, nothing)),
    x('nothing changed: bytes, of PouchDB’s', 1 / 6, beside('PouchDB', { ...many, at: nothing })),
    x(
      'nothing changed: bytes at 10,000, of those at 1,000',
      1.05,
      ours(10_000).flatMap((run, i) => {
        const other = ours(1000)[i];
        return other ? [bytes(run.nothing) / bytes(other.nothing)] : [];
      }),
    ),
    n('one change among 10,000, there and back: requests', 2, requests(10_000, change)),
    x('one change among 10,000: bytes, of PouchDB’s', 1 / 6, beside('PouchDB', { ...many, at: change })),
  ];
};
