CREATE TABLE "password_ages" (
	"account" text COLLATE "C" PRIMARY KEY NOT NULL,
	"set_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"device" text COLLATE "C" PRIMARY KEY NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"endpoint" text COLLATE "C" NOT NULL,
	"hour" text COLLATE "C" NOT NULL,
	"days" text COLLATE "C" NOT NULL,
	"last_day" text COLLATE "C" NOT NULL,
	"failures" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"at" bigint PRIMARY KEY NOT NULL,
	"instansi" text COLLATE "C" NOT NULL,
	"tabel" text COLLATE "C" NOT NULL,
	"sejak" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "queues" (
	"device" text COLLATE "C" PRIMARY KEY NOT NULL,
	"count" bigint NOT NULL,
	"oldest_at" bigint NOT NULL,
	"reported_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"tabel" text COLLATE "C" NOT NULL,
	"periode" text COLLATE "C" NOT NULL,
	"made_at" bigint NOT NULL,
	"content" text COLLATE "C" NOT NULL,
	CONSTRAINT "releases_tabel_periode_pk" PRIMARY KEY("tabel","periode")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "nip_lama" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "activations" ADD COLUMN "issuer" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "activations" ADD COLUMN "awaits" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "activations" ADD COLUMN "seconded_by" text COLLATE "C";--> statement-breakpoint
CREATE INDEX "accounts_nip_lama" ON "accounts" USING btree ("nip_lama");