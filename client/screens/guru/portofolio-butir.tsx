import type { RecordOf } from '../../../shared/records/index.ts';
import { useApp } from '../../app/context.ts';
import type { ButirIsian, FotoIsian } from '../../app/portofolio-isi.ts';
import { portofolio as words } from '../../i18n/id/portofolio.ts';
import { umum } from '../../i18n/id/umum.ts';
import { Button, Field, TextArea, TextInput, Toggle } from '../../ui/index.ts';
import { useFoto } from './foto-url.ts';

type Entri = RecordOf<'entri'>;

type FotoProps = {
  readonly id: string;
  readonly nomor: number;
  readonly url: string | undefined;
  readonly foto: FotoIsian | undefined;
  readonly onUbah: (foto: FotoIsian | null) => void;
  readonly sha: string;
};

/** One photo: shown only after she has looked at it here, said that it may be seen, and written what it shows. */
const SatuFoto = ({ id, nomor, url, foto, sha, onUbah }: FotoProps) => (
  <div class="portofolio-foto">
    {url && <img src={url} alt={words.foto(nomor)} />}
    <Toggle
      id={`${id}-tampil`}
      label={words.tampilkanFoto}
      checked={foto !== undefined}
      onValue={(ya) => onUbah(ya ? { sha, keterangan: '', izin: false } : null)}
    />
    {foto && (
      <>
        <label class="baris-centang">
          <input
            type="checkbox"
            checked={foto.izin}
            onChange={(event) => onUbah({ ...foto, izin: event.currentTarget.checked })}
          />
          <span>{words.izin}</span>
        </label>
        <Field id={`${id}-ket`} label={words.keterangan} hint={words.keteranganKet}>
          <TextInput
            maxLength={200}
            value={foto.keterangan}
            onInput={(event) => onUbah({ ...foto, keterangan: event.currentTarget.value })}
          />
        </Field>
      </>
    )}
  </div>
);

type Props = {
  readonly nomor: number;
  readonly butir: ButirIsian;
  readonly entri: Entri | undefined;
  readonly onUbah: (butir: ButirIsian) => void;
  readonly onLepas: () => void;
};

/** One piece: her own words for the public, and which photos of the entry may be seen. */
export const Butir = ({ nomor, butir, entri, onUbah, onLepas }: Props) => {
  const { store, actor } = useApp();
  const milik = entri?.content.foto ?? [];
  const gambar = useFoto(store, actor.id, {
    foto: milik,
    besar: true,
    kata: { label: (n) => words.foto(n) },
  });
  const id = `butir-${nomor}`;
  const ganti = (sha: string, foto: FotoIsian | null): void =>
    onUbah({ ...butir, foto: [...butir.foto.filter((satu) => satu.sha !== sha), ...(foto ? [foto] : [])] });
  return (
    <li class="portofolio-butir">
      <p class="redup">{words.dariKegiatan(entri?.content.uraian ?? '')}</p>
      {entri?.state.tahap !== 'DISETUJUI' && <p class="peringatan">{words.tidakDisetujui}</p>}
      <Field id={`${id}-judul`} label={words.judulButir} count={{ used: butir.judul.length, max: 120 }}>
        <TextInput
          maxLength={120}
          value={butir.judul}
          onInput={(event) => onUbah({ ...butir, judul: event.currentTarget.value })}
        />
      </Field>
      <Field
        id={`${id}-teks`}
        label={words.teksButir}
        hint={words.teksKet}
        count={{ used: butir.teks.length, max: 1500 }}
      >
        <TextArea
          rows={3}
          maxLength={1500}
          value={butir.teks}
          onInput={(event) => onUbah({ ...butir, teks: event.currentTarget.value })}
        />
      </Field>
      {milik.map(({ sha }, i) => (
        <SatuFoto
          key={sha}
          id={`${id}-foto-${i}`}
          nomor={i + 1}
          sha={sha}
          url={gambar[i]?.url}
          foto={butir.foto.find((satu) => satu.sha === sha)}
          onUbah={(foto) => ganti(sha, foto)}
        />
      ))}
      <Button kind="teks" icon="x" aria-label={words.lepas(butir.judul)} onClick={onLepas}>
        {umum.aksi.hapus}
      </Button>
    </li>
  );
};
