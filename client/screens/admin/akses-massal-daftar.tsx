import { formatNip } from '../../../shared/domain/index.ts';
import { akses } from '../../i18n/id/akses.ts';
import { Button, Icon } from '../../ui/index.ts';
import type { Orang } from './akses-massal-terbit.ts';

const words = akses.massal;

const Satu = ({
  satu: { nama, nip, jabatan, dua, slip },
  dipilih,
  onUbah,
}: {
  readonly satu: Orang;
  readonly dipilih: boolean;
  readonly onUbah: (dipilih: boolean) => void;
}) => (
  <label class="akses-pilih">
    <input type="checkbox" checked={dipilih} onChange={(event) => onUbah(event.currentTarget.checked)} />
    <span>
      <b>{nama}</b>
      {jabatan && <span class="redup">{jabatan}</span>}
      <span class="redup">{formatNip(nip)}</span>
      {dua && (
        <span class="akses-pilih-ket">
          <Icon name="users" /> {words.dua}
        </span>
      )}
      {slip && (
        <span class="akses-pilih-ket">
          <Icon name="triangle-alert" /> {words.beredar(slip.oleh, slip.sampai)}
        </span>
      )}
    </span>
  </label>
);

type Props = {
  readonly sekolah: string;
  readonly orang: readonly Orang[];
  readonly dipilih: ReadonlySet<string>;
  readonly hanyaGuru: boolean;
  readonly onUbah: (dipilih: ReadonlySet<string>) => void;
  readonly onTerbitkan: () => void;
};

/** Who would get a slip, each with a tick, and the button that says how many. */
export const DaftarMassal = ({ sekolah, orang, dipilih, hanyaGuru, onUbah, onTerbitkan }: Props) => {
  const semua = orang.every(({ id }) => dipilih.has(id));
  const ubah = (id: string, ya: boolean): void =>
    onUbah(new Set(ya ? [...dipilih, id] : [...dipilih].filter((satu) => satu !== id)));
  return (
    <>
      <p class="redup">{sekolah}</p>
      <h2>{words.jumlah(orang.length)}</h2>
      <p>{words.isi}</p>
      {hanyaGuru && <p class="redup">{words.hanyaGuru}</p>}
      <ul class="akses-daftar">
        {orang.length > 1 && (
          <li>
            <label class="akses-pilih">
              <input
                type="checkbox"
                checked={semua}
                onChange={() => onUbah(new Set(semua ? [] : orang.map(({ id }) => id)))}
              />
              <span>{words.semua}</span>
            </label>
          </li>
        )}
        {orang.map((satu) => (
          <li key={satu.id}>
            <Satu satu={satu} dipilih={dipilih.has(satu.id)} onUbah={(ya) => ubah(satu.id, ya)} />
          </li>
        ))}
      </ul>
      <Button kind="utama" icon="lock" block disabled={dipilih.size === 0} onClick={onTerbitkan}>
        {words.terbitkan(dipilih.size)}
      </Button>
    </>
  );
};
