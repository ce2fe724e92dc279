import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';

type Props = {
  readonly label: string;
  readonly icon?: IconName;
  readonly children?: ComponentChildren;
};

/** Closes an open `<details>` on Escape, which gives the focus back, and on a tap elsewhere. */
const useShut = () => {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !box.current?.open) return;
      box.current.open = false;
      box.current.querySelector('summary')?.focus();
    };
    const elsewhere = (event: Event) => {
      if (box.current && event.target instanceof Node && !box.current.contains(event.target))
        box.current.open = false;
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
    };
  }, []);
  return box;
};

/** More things to do, behind one button. Escape, a tap elsewhere, or a choice closes it. */
export const Menu = ({ label, icon = 'more', children }: Props) => {
  const box = useShut();
  const list = useRef<HTMLDivElement>(null);
  // Near the foot of the window it opens upwards.
  const place = () => {
    const end = list.current?.getBoundingClientRect().bottom ?? 0;
    if (!box.current?.open) list.current?.classList.remove('ke-atas');
    else if (end > innerHeight) list.current?.classList.add('ke-atas');
  };
  const shut = () => {
    if (box.current) box.current.open = false;
  };
  return (
    <details class="menu" ref={box} onToggle={place}>
      <summary aria-label={label}>
        <Icon name={icon} />
      </summary>
      <div ref={list} onClick={shut}>
        {children}
      </div>
    </details>
  );
};
