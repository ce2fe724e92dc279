import { useEffect, useState } from 'preact/hooks';
import { isTempat } from '../../../shared/domain/index.ts';
import { LIMITS } from '../../../shared/protocol/index.ts';
import {
  type BidangUsulan,
  countLetters,
  LAMPIRAN_USULAN,
  type RecordOf,
} from '../../../shared/records/index.ts';
import { ajukanUsulan, type IsianUsulan, shrinkPhoto } from '../../actions/index.ts';
import type { App } from '../../app/context.ts';
import { useKetikan } from '../../app/ketikan.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { umum } from '../../i18n/id/umum.ts';
import { usulan as words } from '../../i18n/id/usulan.ts';
import { Button, Field, Icon, PhotoGrid, Select, Sheet, TextArea, TextInput } from '../../ui/index.ts';

const PILIHAN: Partial<Record<BidangUsulan, readonly string[]>> = {
  jenisKelamin: ['L', 'P'],
  status: ['PNS', 'PPPK', 'Honorer'],
};
const BOLEH_KOSONG: ReadonlySet<BidangUsulan> = new Set([
  'gelarDepan',
  'gelarBelakang',
  'golongan',
  'jabatan',
  'jenjang',
]);
type FotoUsulan = IsianUsulan['foto'];

/** Where a fault is told: at the field it is about. */
const TEMPAT: Readonly<Record<string, string>> = {
  usulan_salah: 'nilai',
  usulan_sama: 'nilai',
  usulan_menunggu: 'nilai',
  tautan_salah: 'tautan',
  tautan_banyak: 'tautan',
  foto_banyak: 'foto',
  bukan_foto: 'foto',
  foto_rusak: 'foto',
  foto_besar: 'foto',
};

const Nilai = ({
  bidang,
  nilai,
  onNilai,
  salah,
}: {
  bidang: BidangUsulan;
  nilai: string;
  onNilai: (nilai: string) => void;
  salah: string | undefined;
}) => {
  const pilihan = PILIHAN[bidang];
  const ket = bidang === 'nip' ? words.nipKet : BOLEH_KOSONG.has(bidang) ? words.kosongKet : undefined;
  const hint = isTempat(bidang) ? words.tempatKet[bidang] : ket;
  return (
    <Field id="usulan-nilai" label={words.seharusnya} hint={hint} error={salah}>
      {pilihan ? (
        <Select value={nilai} onChange={(event) => onNilai(event.currentTarget.value)}>
          <option value="">{words.pilih}</option>
          {pilihan.map((satu) => (
            <option key={satu} value={satu}>
              {words.nilai(bidang, satu)}
            </option>
          ))}
        </Select>
      ) : (
        <TextInput
          value={nilai}
          autocomplete="off"
          maxLength={160}
          {...(bidang === 'nip' ? { inputMode: 'numeric' as const } : {})}
          onInput={(event) => onNilai(event.currentTarget.value)}
        />
      )}
    </Field>
  );
};

const useUrl = (foto: FotoUsulan): readonly string[] => {
  const [urls, setUrls] = useState<readonly string[]>([]);
  useEffect(() => {
    const made = foto.map(({ thumb }) => URL.createObjectURL(new Blob([thumb.bytes], { type: thumb.mime })));
    setUrls(made);
    return () => {
      for (const url of made) URL.revokeObjectURL(url);
    };
  }, [foto]);
  return urls;
};

type FotoProps = {
  readonly foto: FotoUsulan;
  readonly onFoto: (foto: FotoUsulan) => void;
  readonly salah: string | undefined;
  readonly onSalah: (code: string) => void;
};

/** Photos of an SK or a certificate; shrunk at once, kept with the usulan. */
const FotoBukti = ({ foto, onFoto, salah, onSalah }: FotoProps) => {
  const [sibuk, setSibuk] = useState(false);
  const urls = useUrl(foto);
  const tambah = async (files: readonly File[]): Promise<void> => {
    setSibuk(true);
    let semua = foto;
    for (const file of files.slice(0, LAMPIRAN_USULAN - foto.length)) {
      const kecil = await shrinkPhoto(file);
      if (!kecil.ok) onSalah(kecil.code);
      else if (!semua.some((satu) => satu.foto.sha === kecil.foto.sha)) semua = [...semua, kecil];
    }
    setSibuk(false);
    onFoto(semua);
  };
  return (
    <div class="field">
      <span class="label">{words.foto}</span>
      {foto.length > 0 && (
        <PhotoGrid
          photos={foto.map(({ foto: { sha } }, i) => ({
            ...{ id: sha, url: urls[i], label: words.fotoKe(i + 1, foto.length) },
            removeLabel: words.hapusFoto(i + 1),
          }))}
          onRemove={(sha) => onFoto(foto.filter((satu) => satu.foto.sha !== sha))}
        />
      )}
      {foto.length < LAMPIRAN_USULAN && (
        <label class="button tonal">
          <input
            id="usulan-foto"
            class="sembunyi"
            type="file"
            accept="image/*"
            multiple
            aria-label={words.tambahFoto}
            aria-describedby="usulan-foto-ket"
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])];
              event.currentTarget.value = '';
              void tambah(files);
            }}
          />
          <Icon name="camera" />
          <span aria-hidden="true">{words.tambahFoto}</span>
        </label>
      )}
      {salah && (
        <p class="field-error" role="alert">
          <Icon name="triangle-alert" />
          <span>{salah}</span>
        </p>
      )}
      <p class="field-hint" id="usulan-foto-ket" role="status">
        {sibuk ? words.mengecilkan : words.fotoKet}
      </p>
    </div>
  );
};

type Props = {
  readonly app: App;
  readonly pegawai: RecordOf<'pegawai'>['content'];
  /** Name of her school. */
  readonly sekolah: string;
  /** The field that is wrong; null closes the sheet. */
  readonly bidang: BidangUsulan | null;
  readonly onClose: () => void;
};

/** What is held now of what is wrong. */
const tercatat = (pegawai: Props['pegawai'], sekolah: string, bidang: BidangUsulan): string => {
  if (bidang === 'sekolah') return sekolah;
  return bidang === 'penilai' ? (pegawai.penilai?.nama ?? '') : pegawai[bidang];
};

const KOSONG = { nilai: '', bukti: '', tautan: '' };

const Form = ({ app, pegawai, sekolah, bidang, onClose }: Props & { readonly bidang: BidangUsulan }) => {
  const [isi, setIsi] = useKetikan(`usulan-${bidang}`, KOSONG);
  const [foto, setFoto] = useState<FotoUsulan>([]);
  const [salah, setSalah] = useState<Readonly<Record<string, string>>>({});
  const [sibuk, setSibuk] = useState(false);
  const semula = tercatat(pegawai, sekolah, bidang);
  const ubah = (part: Partial<typeof KOSONG>): void => {
    setIsi({ ...isi, ...part });
    setSalah({});
  };
  const gagal = (code: string, params = {}): void => {
    const di = TEMPAT[code] ?? 'bukti';
    setSalah({ [di]: kataMasalah(code, params) });
    document.getElementById(`usulan-${di}`)?.focus();
  };
  const kirim = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (countLetters(isi.bukti.trim()) < 5) {
      setSalah({ bukti: words.buktiKurang });
      document.getElementById('usulan-bukti')?.focus();
      return;
    }
    setSibuk(true);
    const done = await ajukanUsulan(app, { bidang, semula, ...isi, foto });
    setSibuk(false);
    if (!done.ok) return gagal(done.code, done.params);
    setIsi(KOSONG);
    beriTahu(words.terkirim);
    onClose();
  };
  return (
    <form class="tumpuk" noValidate onSubmit={(event) => void kirim(event)}>
      <p>
        {words.tercatat}: <b class="teks-asli">{words.nilai(bidang, semula)}</b>
      </p>
      <Nilai bidang={bidang} nilai={isi.nilai} salah={salah['nilai']} onNilai={(nilai) => ubah({ nilai })} />
      <Field
        id="usulan-bukti"
        label={words.bukti}
        hint={words.buktiKet}
        error={salah['bukti']}
        count={{ used: countLetters(isi.bukti), max: LIMITS.catatanLetters }}
      >
        <TextArea
          rows={2}
          value={isi.bukti}
          onInput={(event) => ubah({ bukti: event.currentTarget.value })}
        />
      </Field>
      <FotoBukti foto={foto} onFoto={setFoto} salah={salah['foto']} onSalah={gagal} />
      <Field id="usulan-tautan" label={words.tautan} hint={words.tautanKet} error={salah['tautan']}>
        <TextArea
          rows={1}
          value={isi.tautan}
          inputMode="url"
          onInput={(event) => ubah({ tautan: event.currentTarget.value })}
        />
      </Field>
      <Button kind="utama" icon="send" block type="submit" busy={sibuk}>
        {words.kirim}
      </Button>
    </form>
  );
};

/** What a field should say, and by what that can be seen. What is typed stays until it is handed in. */
export const FormUsulan = (props: Props) => {
  const { bidang, onClose } = props;
  return (
    <Sheet
      open={bidang !== null}
      onClose={onClose}
      title={words.form(bidang ? words.bidang[bidang] : '')}
      closeLabel={umum.aksi.tutup}
    >
      {bidang && <Form key={bidang} {...props} bidang={bidang} />}
    </Sheet>
  );
};
