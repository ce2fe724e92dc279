import type { ComponentType } from 'preact';
import { lazy } from 'preact-iso';

/**
 * A screen that cannot be fetched breaks where it is shown, and the frame says that it is not on the phone yet. Left to
 * itself a lazy one stays blank for good.
 */
export const layar = <P,>(load: () => Promise<ComponentType<P>>) =>
  lazy(() =>
    load().catch(
      (cause: unknown): ComponentType<P> =>
        () => {
          throw cause;
        },
    ),
  );
