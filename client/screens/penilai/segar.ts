import { useEffect } from 'preact/hooks';
import type { App } from '../../app/context.ts';

const SETIAP_MS = 30_000;

/**
 * Asks the service now and then while a head looks at a screen of his: what his teachers and his other device do belongs
 * there within the minute. Elsewhere a phone with nothing to send asks each quarter of an hour. A hidden page asks for
 * nothing, and after a failure the wait that it led to holds.
 */
export const useSegar = ({ engine }: App): void => {
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') engine.poke();
    }, SETIAP_MS);
    return () => clearInterval(timer);
  }, [engine]);
};
