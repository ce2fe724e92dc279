import { Sheet } from '../../ui/index.ts';

type Props = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly kata: {
    readonly pintasan: string;
    readonly tutup: string;
    readonly pintasanDaftar: readonly (readonly [string, string])[];
  };
};

/** What each key does. */
export const DaftarPintasan = ({ open, onClose, kata }: Props) => (
  <Sheet open={open} onClose={onClose} title={kata.pintasan} closeLabel={kata.tutup}>
    <dl class="fakta">
      {kata.pintasanDaftar.map(([key, meaning]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  </Sheet>
);
