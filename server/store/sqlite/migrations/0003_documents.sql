CREATE TABLE `documents` (
	`shard` text NOT NULL,
	`code` text NOT NULL,
	`owner` text NOT NULL,
	`kind` text NOT NULL,
	`about` text NOT NULL,
	`fingerprint` blob NOT NULL,
	`content` text NOT NULL,
	`issued_at` integer NOT NULL,
	`issued_by` text NOT NULL,
	PRIMARY KEY(`shard`, `code`)
);
--> statement-breakpoint
CREATE INDEX `documents_code` ON `documents` (`code`);--> statement-breakpoint
CREATE INDEX `documents_about` ON `documents` (`shard`,`owner`,`kind`,`about`);