CREATE TABLE "accounts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"nip" text COLLATE "C" NOT NULL,
	"nama" text COLLATE "C" NOT NULL,
	"jabatan" text COLLATE "C" NOT NULL,
	"password" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"deactivated_at" bigint,
	"nip_lama" text COLLATE "C",
	CONSTRAINT "accounts_nip_unique" UNIQUE("nip")
);
--> statement-breakpoint
CREATE TABLE "commands" (
	"shard" text COLLATE "C" NOT NULL,
	"device" text COLLATE "C" NOT NULL,
	"number" bigint NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"n" bigint,
	"h" "bytea",
	"kind" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"record" text COLLATE "C",
	"base" text COLLATE "C",
	"at" bigint NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	"actor" text COLLATE "C" NOT NULL,
	"actor_nama" text COLLATE "C" NOT NULL,
	"actor_peran" text COLLATE "C" NOT NULL,
	"received_at" bigint NOT NULL,
	"salt" "bytea" NOT NULL,
	"commitment" "bytea" NOT NULL,
	"verdict" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C",
	"params" text COLLATE "C",
	"head" text COLLATE "C",
	"envelope" text COLLATE "C",
	CONSTRAINT "commands_shard_device_number_hash_pk" PRIMARY KEY("shard","device","number","hash")
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"label" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL,
	"max_number" bigint NOT NULL,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "envelopes" (
	"shard" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"device" text COLLATE "C" NOT NULL,
	"signature" text COLLATE "C" NOT NULL,
	"bytes" "bytea",
	"received_at" bigint NOT NULL,
	"carrier" text COLLATE "C",
	CONSTRAINT "envelopes_shard_id_pk" PRIMARY KEY("shard","id")
);
--> statement-breakpoint
CREATE TABLE "eras" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"started_at" bigint NOT NULL,
	"cause" text COLLATE "C" NOT NULL,
	"heads" text COLLATE "C" DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"shard" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"view" text COLLATE "C" NOT NULL,
	"peran" text COLLATE "C" NOT NULL,
	"since" bigint NOT NULL,
	"until" bigint,
	CONSTRAINT "grants_shard_account_view_peran_since_pk" PRIMARY KEY("shard","account","view","peran","since")
);
--> statement-breakpoint
CREATE TABLE "known_browsers" (
	"account" text COLLATE "C" NOT NULL,
	"mark" text COLLATE "C" NOT NULL,
	"seen_at" bigint NOT NULL,
	CONSTRAINT "known_browsers_account_mark_pk" PRIMARY KEY("account","mark")
);
--> statement-breakpoint
CREATE TABLE "photos" (
	"owner" text COLLATE "C" NOT NULL,
	"sha" text COLLATE "C" NOT NULL,
	"size" bigint NOT NULL,
	"mime" text COLLATE "C",
	"received" bigint NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "photos_owner_sha_pk" PRIMARY KEY("owner","sha")
);
--> statement-breakpoint
CREATE TABLE "records" (
	"shard" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"owner" text COLLATE "C" NOT NULL,
	"n" bigint NOT NULL,
	"head" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"content" text COLLATE "C" NOT NULL,
	"deleted" bigint NOT NULL,
	"variants" text COLLATE "C" NOT NULL,
	CONSTRAINT "records_shard_id_pk" PRIMARY KEY("shard","id")
);
--> statement-breakpoint
CREATE TABLE "recovered_lines" (
	"shard" text COLLATE "C" NOT NULL,
	"recovery" bigint NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "recovered_lines_shard_recovery_n_pk" PRIMARY KEY("shard","recovery","n")
);
--> statement-breakpoint
CREATE TABLE "recoveries" (
	"shard" text COLLATE "C" NOT NULL,
	"id" bigint NOT NULL,
	"era" text COLLATE "C" NOT NULL,
	"root" text COLLATE "C" DEFAULT '' NOT NULL,
	"opened_at" bigint NOT NULL,
	"kept_n" bigint NOT NULL,
	"lost_n" bigint NOT NULL,
	CONSTRAINT "recoveries_shard_id_pk" PRIMARY KEY("shard","id")
);
--> statement-breakpoint
CREATE TABLE "recovery_reports" (
	"shard" text COLLATE "C" NOT NULL,
	"recovery" bigint NOT NULL,
	"device" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"reported_at" bigint NOT NULL,
	"seen_n" bigint NOT NULL,
	"done_at" bigint,
	CONSTRAINT "recovery_reports_shard_recovery_device_pk" PRIMARY KEY("shard","recovery","device")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text COLLATE "C" PRIMARY KEY NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"device" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shards" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"n" bigint NOT NULL,
	"h" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "skeletons" (
	"shard" text COLLATE "C" NOT NULL,
	"device" text COLLATE "C" NOT NULL,
	"number" bigint NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"record" text COLLATE "C" NOT NULL,
	"n" bigint NOT NULL,
	"lost_n" bigint NOT NULL,
	"content" text COLLATE "C",
	CONSTRAINT "skeletons_shard_device_number_hash_pk" PRIMARY KEY("shard","device","number","hash")
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"failures" bigint NOT NULL,
	"since" bigint NOT NULL,
	"until" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "views" (
	"shard" text COLLATE "C" NOT NULL,
	"record" text COLLATE "C" NOT NULL,
	"viewer" text COLLATE "C" NOT NULL,
	"day" text COLLATE "C" NOT NULL,
	"viewer_nama" text COLLATE "C" NOT NULL,
	"peran" text COLLATE "C" NOT NULL,
	"first_at" bigint NOT NULL,
	"last_at" bigint NOT NULL,
	CONSTRAINT "views_shard_record_viewer_day_pk" PRIMARY KEY("shard","record","viewer","day")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"shard" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"owner" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"about" text COLLATE "C" NOT NULL,
	"fingerprint" "bytea" NOT NULL,
	"content" text COLLATE "C" NOT NULL,
	"issued_at" bigint NOT NULL,
	"issued_by" text COLLATE "C" NOT NULL,
	CONSTRAINT "documents_shard_code_pk" PRIMARY KEY("shard","code")
);
--> statement-breakpoint
CREATE TABLE "activations" (
	"account" text COLLATE "C" PRIMARY KEY NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"issued_at" bigint NOT NULL,
	"issued_by" text COLLATE "C" NOT NULL,
	"expires_at" bigint NOT NULL,
	"tries" bigint NOT NULL,
	"used_at" bigint,
	"issuer" text COLLATE "C",
	"awaits" bigint DEFAULT 0 NOT NULL,
	"seconded_by" text COLLATE "C"
);
--> statement-breakpoint
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
CREATE TABLE "burden_reports" (
	"account" text COLLATE "C" PRIMARY KEY NOT NULL,
	"pekan" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "burdens" (
	"shard" text COLLATE "C" NOT NULL,
	"pekan" text COLLATE "C" NOT NULL,
	"apa" text COLLATE "C" NOT NULL,
	"kelas" bigint NOT NULL,
	"orang" bigint NOT NULL,
	CONSTRAINT "burdens_shard_pekan_apa_kelas_pk" PRIMARY KEY("shard","pekan","apa","kelas")
);
--> statement-breakpoint
CREATE TABLE "figure_shards" (
	"shard" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figures" (
	"shard" text COLLATE "C" NOT NULL,
	"apa" text COLLATE "C" NOT NULL,
	"hari" text COLLATE "C" NOT NULL,
	"siapa" text COLLATE "C" NOT NULL,
	"nilai" bigint NOT NULL,
	CONSTRAINT "figures_shard_apa_hari_siapa_pk" PRIMARY KEY("shard","apa","hari","siapa")
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"nama" text COLLATE "C" NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "known_browsers" ADD CONSTRAINT "known_browsers_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_device_devices_id_fk" FOREIGN KEY ("device") REFERENCES "public"."devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_nip_lama" ON "accounts" USING btree ("nip_lama");--> statement-breakpoint
CREATE UNIQUE INDEX "commands_line" ON "commands" USING btree ("shard","n");--> statement-breakpoint
CREATE INDEX "commands_number" ON "commands" USING btree ("device","number");--> statement-breakpoint
CREATE INDEX "commands_record" ON "commands" USING btree ("shard","record");--> statement-breakpoint
CREATE INDEX "commands_office" ON "commands" USING btree ("received_at","shard","n") WHERE n IS NOT NULL AND kind NOT LIKE 'entri.%' AND kind NOT LIKE 'umpan.%' AND kind NOT LIKE 'pola.%' AND kind NOT LIKE 'skp.%' AND kind NOT LIKE 'matriks.%' AND kind NOT LIKE 'evaluasi.%' AND kind NOT LIKE 'keberatan.%' AND kind NOT LIKE 'penilaian.%' AND kind NOT LIKE 'praktik.%' AND kind NOT LIKE 'kendala.%' AND kind NOT LIKE 'dialog.%';--> statement-breakpoint
CREATE INDEX "devices_account" ON "devices" USING btree ("account");--> statement-breakpoint
CREATE INDEX "grants_account" ON "grants" USING btree ("account");--> statement-breakpoint
CREATE INDEX "records_changes" ON "records" USING btree ("shard","n");--> statement-breakpoint
CREATE INDEX "records_own_changes" ON "records" USING btree ("shard","owner","n");--> statement-breakpoint
CREATE INDEX "records_kind" ON "records" USING btree ("shard","kind","owner");--> statement-breakpoint
CREATE INDEX "records_portofolio" ON "records" USING btree ("kind") WHERE "kind" = 'portofolio';--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "skeletons_record" ON "skeletons" USING btree ("shard","record");--> statement-breakpoint
CREATE INDEX "throttles_since" ON "throttles" USING btree ("since");--> statement-breakpoint
CREATE INDEX "views_day" ON "views" USING btree ("day");--> statement-breakpoint
CREATE INDEX "documents_code" ON "documents" USING btree ("code");--> statement-breakpoint
CREATE INDEX "documents_about" ON "documents" USING btree ("shard","owner","kind","about");--> statement-breakpoint
CREATE INDEX "passkeys_account" ON "passkeys" USING btree ("account");