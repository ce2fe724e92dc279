import { kantor as words } from '../../i18n/id/kantor.ts';
import { Button } from '../../ui/index.ts';

type Props = {
  readonly label: string;
  readonly mulai: number;
  readonly jumlah: number;
  readonly sehalaman: number;
  readonly onMulai: (mulai: number) => void;
};

/** The way through the pages of a list; nothing where one page holds it all. */
export const HalamanKantor = ({ label, mulai, jumlah, sehalaman, onMulai }: Props) =>
  jumlah <= sehalaman ? null : (
    <nav class="kantor-halaman" aria-label={label}>
      <Button
        kind="tonal"
        icon="chevron-left"
        disabled={mulai === 0}
        onClick={() => onMulai(Math.max(0, mulai - sehalaman))}
      >
        {words.sebelumnya}
      </Button>
      <p role="status">{words.halaman(mulai + 1, Math.min(jumlah, mulai + sehalaman), jumlah)}</p>
      <Button
        kind="tonal"
        icon="chevron-right"
        disabled={mulai + sehalaman >= jumlah}
        onClick={() => onMulai(mulai + sehalaman)}
      >
        {words.berikutnya}
      </Button>
    </nav>
  );
