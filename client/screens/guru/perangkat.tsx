import { useEffect, useState } from 'preact/hooks';
import type { OwnDevice } from '../../../shared/protocol/index.ts';
import { useApp } from '../../app/context.ts';
import { tanyaPerangkat } from '../../app/perangkat.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { perangkat as words } from '../../i18n/id/perangkat.ts';
import { umum } from '../../i18n/id/umum.ts';
import { aksesOf, useLive } from '../../store/index.ts';
import {
  Banner,
  Button,
  Card,
  EmptyState,
  ListRow,
  Page,
  Section,
  StatusPill,
  TopBar,
} from '../../ui/index.ts';
import { KataHilang } from './perangkat-hilang.tsx';
import { IsiInsiden } from './perangkat-insiden.tsx';
import { type Tanya, TanyaPerangkat } from './perangkat-tanya.tsx';
import './lain.css';

type Dibaca = Awaited<ReturnType<typeof tanyaPerangkat>>;

const usePerangkat = (latihan: boolean) => {
  const [dibaca, setDibaca] = useState<Dibaca | undefined>(undefined);
  const muat = async (): Promise<void> => setDibaca(await tanyaPerangkat());
  useEffect(() => {
    if (!latihan) void muat();
  }, [latihan]);
  return { dibaca, muat };
};

type SatuProps = {
  readonly device: OwnDevice;
  readonly onTanya: (apa: Tanya['apa']) => void;
  readonly onUbah: () => void;
};

const Satu = ({ device, onTanya, onUbah }: SatuProps) => {
  const { clock } = useApp();
  const { label, own, seenAt, revokedAt, missing, hilang } = device;
  const tertanda = hilang != null && !hilang.ditarik;
  return (
    <Card class="tumpuk-rapat">
      <h2 class="baris-entri-judul">{label}</h2>
      {own && (
        <p>
          <StatusPill tone="berhasil" icon="check" label={words.iniHp} />
        </p>
      )}
      {!hilang && (
        <p class="redup">{revokedAt === null ? words.terakhir(seenAt, clock()) : words.diputus(revokedAt)}</p>
      )}
      {hilang && <KataHilang device={device} hilang={hilang} onUbah={onUbah} />}
      {missing > 0 && <Banner tone="peringatan">{words.belumSampai(missing)}</Banner>}
      {!own && (
        <div class="deret-tombol">
          {hilang?.diperintah == null && (
            <Button
              kind="teks"
              aria-label={tertanda ? words.hilang.batalkanSatu(label) : words.hilang.tandaiSatu(label)}
              onClick={() => onTanya(tertanda ? 'found' : 'lost')}
            >
              {tertanda ? words.hilang.batalkan : words.hilang.tandai}
            </Button>
          )}
          {revokedAt === null && (
            <Button kind="tonal" aria-label={words.putuskanSatu(label)} onClick={() => onTanya('cut')}>
              {words.putuskan}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
};

/** From this phone's own database, so that it is there without a network as well. */
const TindakanAkun = () => {
  const { store, actor } = useApp();
  const list = useLive(() => aksesOf(store, actor.id), [store, actor.id]) ?? [];
  if (list.length === 0) return null;
  return (
    <Section title={words.tindakan}>
      <ul class="daftar">
        {list.map(({ jenis, keterangan, oleh, pada, insiden }) => (
          <li key={`${pada}${jenis}`}>
            <ListRow
              title={umum.akses.jenis[jenis] ?? umum.akses.lain}
              meta={words.tindakanOleh(oleh, pada, insiden ? '' : keterangan)}
            />
            {insiden && <IsiInsiden insiden={insiden} />}
          </li>
        ))}
      </ul>
    </Section>
  );
};

/** Where the account is signed in. Asked of the server each time: who looks here wants to know how it stands now. */
export const Perangkat = () => {
  const { latihan } = useApp();
  const { dibaca, muat } = usePerangkat(latihan);
  const [tanya, setTanya] = useState<Tanya | null>(null);
  const bar = <TopBar title={words.judul} back={{ href: '/akun', label: umum.aksi.kembali }} />;
  return (
    <Page title={words.judul} bar={bar}>
      {latihan && <EmptyState icon="smartphone" text={words.latihan} />}
      {!latihan && dibaca === undefined && <p role="status">{words.memuat}</p>}
      {dibaca?.ok === false && (
        <Banner
          tone="peringatan"
          action={
            <Button kind="tonal" onClick={() => void muat()}>
              {words.coba}
            </Button>
          }
        >
          {kataMasalah(dibaca.code, dibaca.params ?? {})}
        </Banner>
      )}
      {dibaca?.ok && (
        <>
          <p>{words.isi}</p>
          {dibaca.list.map((device) => (
            <Satu
              key={device.id}
              device={device}
              onTanya={(apa) => setTanya({ device, apa })}
              onUbah={() => void muat()}
            />
          ))}
        </>
      )}
      <TindakanAkun />
      <TanyaPerangkat
        tanya={tanya}
        onClose={() => setTanya(null)}
        onDone={() => {
          setTanya(null);
          void muat();
        }}
      />
    </Page>
  );
};
