ALTER TABLE `accounts` ADD `nip_lama` text;--> statement-breakpoint
CREATE INDEX `accounts_nip_lama` ON `accounts` (`nip_lama`);