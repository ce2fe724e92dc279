import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** The value below which this share lies; NaN of nothing. */
export const rank = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;

/** Name of the token under which the server tells its figures. */
export const TOKEN = 'beban-beban-beban-beban';

const figureIn = (text: string, name: string): number =>
  Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN);

/** Asks the server every second what memory it has and how late its event loop was; silent while it is down. */
export const watchServer = (place: { url: string; pid: number }) => {
  const rss: number[] = [];
  const lag: number[] = [];
  const look = async (): Promise<void> => {
    const response = await fetch(`${place.url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
    const text = await response.text();
    lag.push(figureIn(text, 'nodejs_eventloop_lag_p99_seconds') * 1000);
  };
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${place.pid}/status`, 'utf8');
      rss.push(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // Down at the moment.
    }
    look().catch(() => undefined);
  }, 1000);
  return {
    stop: () => {
      clearInterval(timer);
      const known = lag.filter(Number.isFinite);
      return { rssMiB: Math.max(...rss), lagP99Ms: rank(known, 0.99), lagMedianMs: rank(known, 0.5) };
    },
  };
};

/** How late the generator itself was: a run in which it was more than 50 ms late says nothing of the server. */
export const watchGenerator = () => {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  return { stop: () => Math.max(0, delay.percentile(99) / 1e6 - 10) };
};
