import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import {
  Banner,
  Button,
  Card,
  Chip,
  EmptyState,
  ErrorSummary,
  Field,
  Icon,
  LinkButton,
  ListRow,
  Menu,
  NavBar,
  Page,
  ProgressBar,
  Section,
  Select,
  StatusPill,
  Stepper,
  Strip,
  Tabs,
  TextArea,
  TextInput,
  Toggle,
  TopBar,
} from '../ui/index.ts';
import { Gambar, Kalender, Lapisan, Setelan } from './galeri-gerak.tsx';
import { FAULTS, ICONS, NAV, PILLS, STRIPS, TONES } from './galeri-isi.ts';
import './galeri.css';

const none = () => undefined;

const KINDS = ['utama', 'tonal', 'teks', 'bahaya'] as const;

const Tombol = () => (
  <Section title="Tombol">
    {KINDS.map((kind) => (
      <div class="deret-chip" key={kind}>
        <Button kind={kind}>Simpan</Button>
        <Button kind={kind} icon="send">
          Kirim sekarang
        </Button>
        <Button kind={kind} busy>
          Mengirim
        </Button>
        <Button kind={kind} disabled>
          Nanti
        </Button>
        <Button kind={kind} icon="pencil-line" aria-label={`Ubah, ${kind}`} />
      </div>
    ))}
    <Button kind="utama" icon="camera" block>
      Catat kegiatan
    </Button>
    <div class="deret-chip">
      <LinkButton kind="tonal" icon="copy" href="/galeri">
        Salin kemarin
      </LinkButton>
      <button type="button">Tombol polos</button>
    </div>
  </Section>
);

const Isian = () => {
  const [uraian, setUraian] = useState('Mengajar Matematika 5A, pecahan senilai. 25 siswa hadir.');
  return (
    <Section title="Isian">
      <ErrorSummary title="2 isian perlu diperbaiki" errors={FAULTS} />
      <Field
        id="galeri-nip"
        label="NIP (18 angka)"
        hint="Spasi ditulis sendiri"
        error="NIP terdiri dari 18 angka. Yang Anda tulis 17"
      >
        <TextInput inputMode="numeric" value="19800101 200501 1 00" />
      </Field>
      <Field
        id="galeri-uraian"
        label="Uraian"
        hint="Minimal 10 huruf"
        count={{ used: uraian.length, max: 500 }}
      >
        <TextArea value={uraian} onInput={(event) => setUraian(event.currentTarget.value)} />
      </Field>
      <Field id="galeri-rencana" label="Rencana aksi">
        <Select>
          <option>Mengajar tatap muka 5A</option>
          <option>Penilaian harian</option>
        </Select>
      </Field>
      <div class="galeri-petak">
        <Field id="galeri-tanggal" label="Tanggal">
          <TextInput type="date" value="2026-11-23" />
        </Field>
        <Field id="galeri-jam" label="Selesai" error="Jam selesai harus setelah jam mulai">
          <TextInput type="time" value="06:20" />
        </Field>
        <Field id="galeri-tetap" label="Satuan" hint="Dari rencana aksi">
          <TextInput value="JP" readOnly />
        </Field>
        <Field id="galeri-kosong" label="Tautan bukti">
          <TextInput placeholder="https://" disabled />
        </Field>
      </div>
    </Section>
  );
};

const Pilihan = () => {
  const [angka, setAngka] = useState(2);
  const [saring, setSaring] = useState('semua');
  const [wifi, setWifi] = useState(true);
  return (
    <Section title="Pilihan">
      <Field id="galeri-realisasi" label="Realisasi">
        <Stepper
          value={angka}
          min={1}
          max={99}
          onValue={setAngka}
          labels={{ less: 'Kurangi', more: 'Tambah' }}
        />
      </Field>
      <div class="deret-chip">
        {['semua', 'di HP', 'dikembalikan'].map((nama) => (
          <Chip key={nama} pressed={saring === nama} onClick={() => setSaring(nama)}>
            {nama}
          </Chip>
        ))}
        <Chip icon="star">Upacara</Chip>
        <Chip disabled>Rapat</Chip>
      </div>
      <Tabs
        label="Tampilan"
        items={[
          { href: '/galeri', label: 'Daftar', current: true },
          { href: '/galeri?kalender', label: 'Kalender', current: false },
        ]}
      />
      <Toggle
        id="galeri-wifi"
        label="Kirim foto lewat Wi-Fi saja"
        hint="Teks tetap dikirim lewat data seluler"
        checked={wifi}
        onValue={setWifi}
      />
      <Toggle id="galeri-mati" label="Kunci dengan PIN" checked={false} disabled onValue={none} />
    </Section>
  );
};

const Daftar = () => (
  <Section
    title="Daftar"
    action={
      <Menu label="Tindakan lain">
        <Button kind="teks" icon="undo-2">
          Tarik
        </Button>
        <Button kind="bahaya" icon="trash">
          Hapus
        </Button>
      </Menu>
    }
  >
    <ul class="daftar">
      <li>
        <ListRow leading="copy" title="Salin kegiatan Jumat" meta="4 kegiatan · 2 ketuk" href="/galeri" />
      </li>
      <li>
        <ListRow leading="message" title="Ibu Herlina menulis" trailing="2" onClick={none} />
      </li>
      <li>
        <ListRow title="Versi" meta="Dibuat 23 November 2026" trailing="0.1.0" />
      </li>
    </ul>
    <Card>
      <h3>Kartu</h3>
      <p>Yang menjadi satu, di atas satu lembar.</p>
    </Card>
    <details>
      <summary>Lainnya</summary>
      <p>Catatan dan tautan bukti.</p>
    </details>
    <EmptyState
      icon="camera"
      text="Belum ada kegiatan. Ambil foto kegiatan pertama Anda, bisa tanpa internet."
      actions={<Button kind="utama">Catat kegiatan</Button>}
    />
  </Section>
);

const Kabar = () => (
  <Section title="Status dan kabar">
    <div class="galeri-petak">
      {PILLS.map((pil) => (
        <span class="galeri-pil" key={pil.label}>
          <StatusPill {...pil} />
        </span>
      ))}
    </div>
    {TONES.map((tone) => (
      <Banner
        key={tone}
        tone={tone}
        action={tone === 'info' ? <Button kind="tonal">Perbarui</Button> : undefined}
      >
        {`Kabar ${tone}: versi baru siap.`}
      </Banner>
    ))}
    <ProgressBar value={120} max={340} label="120 dari 340 KB terkirim" />
  </Section>
);

const Ikon = () => (
  <Section title="Ikon">
    <ul class="galeri-ikon">
      {ICONS.map((name) => (
        <li key={name}>
          <Icon name={name} />
          <span class="redup">{name}</span>
        </li>
      ))}
    </ul>
  </Section>
);

const Rangka = ({ children }: { children?: ComponentChildren }) => (
  <>
    <Page
      title="Galeri"
      bar={
        <>
          <TopBar
            title="Galeri komponen"
            back={{ href: '/', label: 'Kembali ke Beranda' }}
            note="Draf tersimpan"
            actions={<Button kind="teks" icon="search" aria-label="Cari" />}
          />
          {STRIPS.map((strip) => (
            <Strip key={strip.text} {...strip} label={strip.text} href="/galeri" />
          ))}
        </>
      }
    >
      {children}
    </Page>
    <NavBar
      label="Navigasi utama"
      items={NAV}
      primary={
        <a class="nav-utama" href="/galeri?catat">
          <Icon name="camera" />
          <span>Catat</span>
        </a>
      }
    />
  </>
);

/** Development only: every component in every state. */
export const Galeri = () => (
  <Rangka>
    <Setelan />
    <Tombol />
    <Isian />
    <Pilihan />
    <Daftar />
    <Kabar />
    <Gambar />
    <Kalender />
    <Lapisan />
    <Ikon />
  </Rangka>
);
