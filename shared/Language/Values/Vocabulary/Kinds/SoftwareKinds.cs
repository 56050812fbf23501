namespace AgentScaler.Language.Values.Vocabulary.Kinds;

/// <summary>Words of programs, protocols and the web.</summary>
internal static class SoftwareKinds
{
    public static IReadOnlyList<TextKind> All { get; } =
    [
        new("http_method request_method allowed_method method_http http_verb", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"),
        new(
            "mime_type content_type media_type mimetype mime file_mime_type accept accept_header response_content_type contenttype "
            + "file_type_mime encoding_type",
            "application/json", "application/pdf", "text/csv", "image/png", "image/jpeg", "text/html", "application/zip", "video/mp4", "audio/mpeg",
            "application/xml", "text/plain", "application/octet-stream"),
        new(
            "content_encoding transfer_encoding compression compression_type compression_format compression_codec",
            "gzip", "br", "zstd", "snappy", "deflate", "none", "bzip2"),
        new("encoding charset character_set file_encoding text_encoding", "UTF-8", "ISO-8859-1", "UTF-16", "US-ASCII", "windows-1252"),
        new("collation", "en_US.utf8", "utf8mb4_general_ci", "SQL_Latin1_General_CP1_CI_AS", "C"),
        new(
            "cron cron_expression schedule_expression cron_schedule schedule_cron backup_schedule crontab recurrence_schedule",
            "{0-59} {0-23} * * *", "*/{5|10|15|30} * * * *", "{0-59} {0-23} * * 1-5", "0 {0-23} {1-28} * *", "{0-59} {0-23} * * {0-6}"),
        new(
            "schedule schedule_interval schedule_name",
            "{0-59} {0-23} * * *", "cron(0 {0-23} * * ? *)", "rate({5|10|15|30} minutes)", "every {monday|tuesday|friday} at {8-17}:00",
            "{0-59} {0-23} * * 1-5"),
        new(
            "time_zone timezone tz preferred_timezone",
            "Europe/Berlin", "America/New_York", "Asia/Tokyo", "Europe/London", "America/Los_Angeles", "Australia/Sydney", "UTC", "Asia/Kolkata",
            "Africa/Nairobi", "America/Sao_Paulo", "Europe/Paris", "America/Chicago"),
        new(
            "time_zone_offset utc_offset timezone_offset gmt_offset zone_offset",
            "+00:00", "+01:00", "+02:00", "-05:00", "-08:00", "+05:30", "+09:00", "-03:00", "+10:00"),
        new(
            "locale language_tag culture language_locale notification_locale language_code_locale uiculture preferred_locale user_locale bcp47 "
            + "language_region ui_culture",
            "en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "pt-BR", "it-IT", "ja-JP", "nl-NL", "sv-SE", "pl-PL", "ko-KR"),
        new(
            "language language_code lang lang_code language_iso source_language target_language preferred_language iso_639",
            "en", "de", "fr", "es", "pt", "it", "ja", "nl", "sv", "pl", "ko", "tr", "ar", "zh", "da", "fi"),
        new(
            "language_name natural_language spoken_language original_language",
            "English", "German", "French", "Spanish", "Portuguese", "Italian", "Japanese", "Dutch", "Swedish", "Polish", "Korean", "Turkish", "Arabic",
            "Danish"),
        new(
            "programming_language code_language coding_language framework_language",
            "Python", "TypeScript", "C#", "Java", "Go", "Rust", "Ruby", "Kotlin", "PHP", "Swift", "Scala", "C++"),
        new(
            "runtime runtime_environment runtime_name runtime_version engine_runtime",
            "python3.12", "nodejs20.x", "java21", "dotnet8", "go1.22", "ruby3.3", "php8.3"),
        new(
            "framework framework_name web_framework",
            "React", "Django", "Spring Boot", "Angular", "Vue", "Laravel", "ASP.NET Core", "Rails", "PyTorch", "TensorFlow"),
        new(
            "library library_name dependency package_manager_package package package_name npm_package",
            "lodash", "requests", "express", "numpy", "react-router", "com.example.{purpose}", "@example/{purpose}", "pandas", "serilog", "spring-core",
            "{purpose}-client"),
        new("package_manager package_format ecosystem package_type", "npm", "pypi", "maven", "nuget", "cargo", "rubygems", "composer"),
        new(
            "bundle_identifier bundle_name app_package package_identifier application_package bundle_id",
            "com.example.{purpose}", "com.{purpose}.mobile", "org.example.{purpose}{1-9}"),
        new(
            "database_engine engine db_engine engine_name database_type db_type sql_engine engine_type database_kind",
            "postgres", "mysql", "mariadb", "sqlserver", "oracle", "aurora-postgresql", "mongodb", "redis"),
        new(
            "engine_version database_version db_version target_version server_version kernel_version kubernetes_version agent_version "
            + "app_version sdk_version client_version build_version firmware firmware_version software_version schema_version model_version "
            + "latest_version current_version plugin_version release_version os_version min_version max_version package_version api_level version "
            + "version_name version_label version_number version_start version_end platform_version driver_version product_version",
            "{1-4}.{0-12}.{0-9}", "{1-16}.{0-9}", "{5-15}.{0-40}.{0-9}", "v{1-6}.{0-20}.{0-9}"),
        new("api_version", "2023-{01-12}-01", "2024-{01-12}-15", "2025-{01-09}-01", "v{1-4}"),
        new("version_identifier object_version", "{b:32}"),
        new("database database_name db_name catalog_database initial_catalog", "{purpose}", "{purpose}_db", "{purpose}_{env}", "{company-slug}_{purpose}"),
        new("schema_name db_schema table_schema schema", "public", "dbo", "{purpose}", "sales", "reporting", "hr", "{purpose}_v{1-4}", "raw"),
        new(
            "table table_name source_table target_table dataset_table table_reference",
            "{purpose}", "{purpose}_events", "dim_{purpose}", "fact_{purpose}", "{purpose}_2025", "stg_{purpose}"),
        new(
            "column column_name field_name field source_column target_column sort_column partition_key field_key attribute_name attribute "
            + "property_name property key_column timestamp_column column_identifier primary_key_column api_field",
            "customer_id", "created_at", "order_total", "status", "email", "country_code", "unit_price", "updated_at", "first_name", "quantity", "due_date",
            "product_sku", "last_login", "postal_code", "priority"),
        new("view view_name sql_view", "{purpose}_summary", "active_{purpose}", "v_{purpose}_daily", "monthly_{purpose}"),
        new("index_name", "ix_{purpose}_created_at", "{purpose}-index", "idx_{purpose}_{9:2}", "{purpose}-2025.{01-12}"),
        new(
            "sql sql_query select_query query_string_sql sql_statement query_sql sql_text select_sql_query",
            "SELECT id, status FROM {purpose} WHERE created_at >= '2025-{01-12}-01'", "SELECT COUNT(*) FROM {purpose}",
            "SELECT * FROM {purpose} ORDER BY updated_at DESC LIMIT {10-90}", "SELECT country, SUM(total) FROM {purpose} GROUP BY country"),
        new(
            "query filter_query search_query query_text user_query search_term search search_text keyword_search search_string text_to_search q "
            + "term utterance search_keyword search_criteria search_value phrase",
            "{purpose} report", "how to change my {email address|password|plan}", "{product}", "{purpose} in {city}", "status of {purpose}",
            "overdue {purpose}", "{product} under {20-90}", "{company} contact", "open {purpose} {2021-2025}"),
        new(
            "filter filter_expression filter_string condition_expression conditions where filters selector filter_pattern matching_condition "
            + "filter_condition search_filter where_clause resource_filter",
            "status eq 'active'", "created_at >= '2025-{01-12}-01'", "country = '{code}'", "priority in ('high','urgent')", "name contains '{purpose}'",
            "total > {10-900}", "tag:{purpose}", "owner eq '{login}'"),
        new("condition trigger_condition", "status = 'active'", "amount > {10-900}", "region = '{code}'", "retries < {2-9}", "inventory <= {1-40}"),
        new(
            "expression rule_expression formula calculation selection_expression expression_text metric_expression",
            "total * {2-9} / 100", "sum(amount) / count(orders)", "price * quantity", "SUM(m{1-9}) / SUM(m{1-9})", "if(status = 'open', 1, 0)",
            "$request.body.{purpose}"),
        new(
            "regex regular_expression pattern name_pattern file_pattern uri_pattern url_pattern regex_pattern match_pattern validation_regex "
            + "path_pattern pattern_string",
            "^[A-Z]{{2}}-[0-9]{{{3-6}}}$", "^/{purpose}/.*$", ".*\\.{csv|json|log}$", "{purpose}-*", "^[a-z0-9-]+$", "^{purpose}_[0-9]+$"),
        new(
            "order_by sort_by sort sort_field orderby ordering sort_key sort_order_field sort_expression sort_option order_field",
            "created_at desc", "name asc", "updated_at desc", "price asc", "-created_at", "due_date asc", "rating desc", "last_name asc", "total desc"),
        new("sort_order order sort_direction order_direction sort_dir direction", "asc", "desc"),
        new(
            "select expand include field_mask update_mask read_mask include_field embed mask fields_to_return projection",
            "id,name", "id,status,created_at", "name,owner", "display_name,labels", "id,title,author", "{purpose}.name,{purpose}.status",
            "owner,created_at"),
        new(
            "path file_path folder_path directory_path filepath relative_path full_path object_path local_path source_path destination_path "
            + "target_path output_path input_path absolute_path root_path root working_directory directory folder config_path script_path "
            + "private_key_path filename_path upload_path base_path file_location full_name_path path_lower path_display dir home_directory "
            + "output_directory search_folder config_file input_file",
            "/{purpose}/2025/{file}.csv", "/srv/{purpose}/{file}.json", "/home/{login}/{file}.txt", "/var/data/{purpose}/{01-28}",
            "C:\\Data\\{purpose}\\{file}.xlsx", "src/{purpose}/{file}.py", "documents/{purpose}/{file}.pdf"),
        new(
            "folder_name directory_name bucket_folder collection_folder parent_folder",
            "{Purpose} {2021-2025}", "{Purpose} documents", "{purpose}-archive", "Shared/{Purpose}", "{Purpose} drafts"),
        new(
            "route url_path request_path resource_path health_route predict_route uri_path route_path health_check_path callback_path "
            + "endpoint_path path_alias http_path page_path",
            "/{purpose}", "/api/v{1-3}/{purpose}", "/{purpose}/{{id}}", "/{purpose}/{9:4}/details", "/health/{purpose}", "/{purpose}/search"),
        new(
            "file_name filename original_filename document_name attachment_name attachment file original_file_name zip_filename file_title "
            + "output_file output_filename output_file_name report_file image_file attachment_file file_key object_key s3_key data_file",
            "{file}.pdf", "{file}.csv", "{file}.xlsx", "{file}.docx", "{file}.png", "{file}.json", "{purpose}-{date}.csv", "scan_{9:4}.jpg"),
        new(
            "file_extension extension file_format file_type filetype document_format document_type_extension file_kind",
            "pdf", "csv", "docx", "xlsx", "png", "jpg", "json", "xml", "txt", "zip", "mp4", "parquet"),
        new(
            "output_format response_format input_format data_format export_format serialization_format format report_format log_format "
            + "record_format",
            "json", "csv", "xml", "pdf", "parquet", "html", "avro", "yaml"),
        new("image_format picture_format", "png", "jpeg", "webp", "gif", "svg", "tiff"),
        new(
            "date_format timestamp_format time_format datetime_format",
            "yyyy-MM-dd", "dd/MM/yyyy", "MM/dd/yyyy", "yyyy-MM-dd'T'HH:mm:ssZ", "dd.MM.yyyy HH:mm", "ISO8601", "epochmillis"),
        new(
            "delimiter field_delimiter row_delimiter column_delimiter separator csv_delimiter csv_row_delimiter record_delimiter "
            + "thousand_separator decimal_separator",
            ",", "|", "\t", ":", "\n"),
        new("quote_character escape_character quote quote_char", "\"", "'", "\\"),
        new(
            "operating_system os os_name os_type platform_os os_family system_os operating_system_name",
            "Ubuntu 22.04", "Windows Server 2022", "Debian 12", "macOS 14", "Windows 11", "Android 14", "iOS 17.5", "Red Hat Enterprise Linux 9",
            "Amazon Linux 2023", "Alpine 3.19"),
        new(
            "platform platform_name device_platform platform_type application_platform client_platform platform_family",
            "ios", "android", "web", "windows", "linux", "macos"),
        new("browser browser_name", "Chrome", "Firefox", "Safari", "Edge", "Opera", "Samsung Internet"),
        new(
            "user_agent useragent browser_user_agent",
            "Mozilla/5.0 (X11; Linux x86_64; rv:{110-130}.0) Gecko/20100101 Firefox/{110-130}.0",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/{110-130}.0.0.0 Safari/537.36", "curl/8.{1-9}.0",
            "ExampleApp/{1-9}.{0-9} (iPhone; iOS 17.{0-5})"),
        new("device_type device_category form_factor device_kind client_type device_class", "desktop", "mobile", "tablet", "smart tv", "wearable", "console"),
        new(
            "device_model phone_model device terminal",
            "iPhone 15", "Galaxy S24", "Pixel 8", "ThinkPad X1", "iPad Air", "Surface Pro 9", "MacBook Air", "Fire HD 10", "OnePlus 12", "Latitude 7440"),
        new(
            "screen_resolution resolution display_resolution video_resolution dimensions image_size screen_size viewport",
            "1920x1080", "1280x720", "3840x2160", "2560x1440", "1366x768", "640x480", "1170x2532"),
        new("aspect_ratio", "16:9", "4:3", "1:1", "9:16", "21:9", "3:2"),
        new("codec video_codec audio_codec", "h264", "h265", "aac", "opus", "vp9", "av1", "mp3", "flac"),
        new(
            "git_branch branch_name branch source_branch target_branch default_branch base_branch head_branch ref_name base_ref head_ref git_ref "
            + "source_code_branch",
            "main", "develop", "feature/{purpose}-export", "fix/{purpose}-timeout", "release/{1-6}.{0-12}", "hotfix/{purpose}", "feature/{purpose}-{9:3}"),
        new(
            "commit commit_hash commit_sha sha commit_id merge_commit_sha git_sha revision source_revision head_sha tree_sha revision_id "
            + "base_commit commit_identifier git_commit blob_sha current_database_revision",
            "{f:40}"),
        new("sha1 file_sha1", "{f:40}"),
        new("sha256 sha256_hash file_sha256 digest image_digest content_sha256 checksum_sha256 policy_hash document_hash", "{f:64}"),
        new("md5 md5_hash computed_md5 content_md5 supplied_md5 file_md5", "{f:32}"),
        new(
            "hash checksum hash_value file_hash content_hash fingerprint thumbprint certificate_fingerprint device_fingerprint key_fingerprint "
            + "certificate_thumbprint cert_thumbprint public_key_fingerprint crc etag tag_etag code_hash ssh_key_fingerprint e_tag",
            "{f:32}", "{f:40}", "{f:64}"),
        new("if_match if_none_match match_header", "\"{f:16}\"", "W/\"{f:12}\""),
        new(
            "hash_algorithm signing_algorithm signature_algorithm encryption_algorithm algorithm key_algorithm checksum_algorithm "
            + "encryption_type cipher encryption encryption_mode algorithm_name jws_algorithm public_key_algorithm thumbprint_algorithm "
            + "result_encryption_mode",
            "SHA256", "RS256", "AES256", "SHA512", "ES384", "RSA_2048", "aws:kms", "HS256", "ECDSA_P256"),
        new("signature electronic_signature digital_signature signed_hash", "{b:43}=", "{b:64}"),
        new(
            "base64 base64_content encoded_content blob binary ciphertext encoded_data content_base64 thumbnail_base64 file_content_base64 "
            + "bytes_value file_bytes nonce salt plaintext_base64 certificate_body_base64 payload_base64 image_data image_base64 key_material "
            + "data_base64",
            "{b:31}=", "{b:44}", "{b:62}=="),
        new(
            "public_key ssh_public_key ssh_key ssh_public_key_body key_pem",
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{b:43} {login}@example.com", "ssh-rsa AAAAB3NzaC1yc2E{b:60} {login}"),
        new(
            "certificate pem certificate_body certificate_chain certificate_pem tls_certificate x509_certificate root_certificate ca_certificate "
            + "ssl_certificate server_certificate root_ca_certificate intermediate_certificate pem_encoded_certificate server_root_ca_certificate "
            + "csr certificate_signing_request",
            "-----BEGIN CERTIFICATE-----\nMIID{b:56}\n-----END CERTIFICATE-----", "-----BEGIN CERTIFICATE-----\nMIIC{b:56}\n-----END CERTIFICATE-----"),
        new(
            "distinguished_name issuer issuer_name subject_dn certificate_subject issuer_certificate_subject certificate_issuer dn ldap_path",
            "CN={purpose}.example.com,O={company},C={code}", "CN=Example Root CA {1-9},O=Example Trust", "OU={Purpose},DC=example,DC=com",
            "CN={person},OU={Purpose},DC=example,DC=com"),
        new(
            "password user_password admin_password new_password current_password db_password passphrase old_password client_password user_pass "
            + "master_password passwd pass private_key_password",
            "Example-{a:6}-{9:4}", "{A:2}{a:5}!{9:3}x", "correct-{a:5}-{a:6}-{9:2}"),
        new(
            "secret client_secret secret_key shared_secret api_secret secret_access_key consumer_secret webhook_secret app_secret signing_secret "
            + "secret_string secret_value private_key credential credentials authorization authorization_header auth auth_token bearer_token",
            "example-secret-{b:16}", "sample_{b:24}"),
        new(
            "token access_token refresh_token session_token csrf_token id_token api_token device_token registration_token push_token "
            + "verification_token auth_code authorization_code change_token client_token invite_token security_token job_token user_token x_token "
            + "download_token task_token client_request_token idempotency_key idempotency_token request_token upload_token confirmation_token "
            + "user_pool_token callback_token",
            "tok_{b:24}", "{b:32}", "{f:40}"),
        new(
            "next_token page_token next_page_token continuation_token cursor next_cursor marker next_marker previous_page_token starting_token "
            + "pagination_token next_page start_cursor end_cursor skip_token skiptoken skip_token_value after before since_token sync_token "
            + "previous_cursor bookmark scroll_id after_cursor prev_cursor delta_token exclusive_start_key next_batch_token resume_token "
            + "prev_token starting_after ending_before",
            "{b:24}==", "{b:36}", "eyJpZCI6{b:12}"),
        new(
            "api_key access_key access_key_id key_id subscription_key public_api_key client_key app_key consumer_key developer_key license_key "
            + "activation_key product_key activation_code license_code serial_key",
            "example-key-{b:12}", "key_{b:20}", "{A:5}-{i:5}-{i:5}-{i:5}"),
        new("request_id correlation_id trace_id span_id transaction_trace request_identifier debug_id correlation request_guid", "{uuid}", "req_{f:16}"),
        new(
            "error_code failure_code exception_type exception error_type error_name error_class error_kind error_category fault_code "
            + "reason_code_error status_code_text failure_type",
            "InvalidRequest", "NotFound", "AccessDenied", "ThrottlingException", "Timeout", "Conflict", "QuotaExceeded", "InternalError",
            "ValidationFailed", "ServiceUnavailable", "E{9:4}", "ResourceInUse"),
        new(
            "error_message error failure_reason error_detail failure_message last_error error_description status_message state_message "
            + "status_reason error_text state_reason status_reason_message warning_message exception_message failure_description error_details "
            + "fault_string status_details connection_error verification_last_error failure_details error_reason failed_reason details_error "
            + "warning state_reason_message status_detail error_info warnings debug_message disabled_reason state_change_reason status_description "
            + "error_operation localized_message invalid_reason client_error reasons_for_failure state_transition_reason",
            "The request timed out after {10-90} seconds.", "The {thing} '{purpose}-{1-40}' was not found.", "The value of '{column-slug}' is not valid.",
            "Too many requests; try again in {5-60} seconds.", "The connection to {purpose}.example.com was refused.",
            "The quota of {10-900} {things} is used up.", "The certificate expired on {date}.", "The caller has no permission to change this {thing}.",
            "The {thing} is locked by another operation.", "Line {2-900}: unexpected end of input."),
        new(
            "stack_trace trace stacktrace detailed_error_trace traceback",
            "System.TimeoutException: The operation timed out.\n   at Example.{purpose}.Run(Int32 id) in Run.cs:line {10-400}",
            "Traceback (most recent call last):\n  File \"{purpose}.py\", line {10-400}, in run\nValueError: invalid literal"),
        new(
            "log log_message log_line log_entry log_text console_output system_log output command_output stdout console_log job_log run_log "
            + "build_log sdk_output",
            "{instant} INFO {purpose}: {9:3} records processed", "{instant} WARN {purpose}: retry {1-5} of 5",
            "{instant} INFO {purpose}: started on port {1024-9999}", "{instant} ERROR {purpose}: connection reset by peer"),
        new("log_level level_log logging_level verbosity", "INFO", "WARN", "ERROR", "DEBUG", "TRACE"),
        new(
            "arg args argument arguments param params command_arguments cli_args parameters_line",
            "--{purpose}", "--limit {10-90}", "-v --date {date}", "--region {code}", "--output {file}.json"),
        new(
            "command command_line shell_command start_command script_command restart_command run_command entry_point_command build_command "
            + "install_command user_command",
            "systemctl restart {purpose}", "python {purpose}.py --date {date}", "npm run {build|test|lint}", "docker compose up -d {purpose}",
            "tar -czf {file}.tar.gz /srv/{purpose}", "make {purpose}", "ls -la /srv/{purpose}"),
        new(
            "script script_text source_code code_snippet snippet code_block code_content init_script user_data user_data_script user_code "
            + "sample_code prompt_script startup_script lifecycle_script script_content code_example",
            "print('{purpose} ready')", "for row in {purpose}: total += row.amount", "#!/bin/sh\nsystemctl start {purpose}",
            "return {purpose}.filter(x => x.active);", "const items = load('{purpose}');"),
        new(
            "html html_text body_html html_body html_content html_snippet html_message content_html html_header html_footer embed_html "
            + "embed_code html_description",
            "<p>Your {purpose} update of {date}.</p>", "<h1>{Purpose}</h1><p>Hello {first},</p>", "<p>Thank you for your order {9:5}.</p>",
            "<ul><li>{product}</li><li>{product}</li></ul>"),
        new(
            "css inline_css default_css style_sheet custom_css",
            ".{purpose} {{ color: #{f:6}; }}", "body {{ font-size: {12-20}px; }}", "#{purpose} {{ margin: {2-24}px; }}"),
        new(
            "json spec json_payload json_body json_string json_data input_json json_text config_json raw_json json_content "
            + "custom_webhook_payload request_json input_parameters template_data custom_data json_schema properties_json metadata_json extra_json "
            + "app_metadata json_config session_attributes task_input",
            "{{\"{purpose}\": {1-90}, \"active\": true}}", "{{\"owner\": \"{login}\", \"priority\": {1-5}}}",
            "{{\"region\": \"{code}\", \"limit\": {10-90}}}", "{{\"event\": \"{purpose}.updated\", \"id\": {9:4}}}"),
        new("xml xml_content xml_body xml_string wsdl", "<record><id>{9:4}</id></record>", "<request date=\"{date}\"><code>{code}</code></request>"),
        new("yaml manifest", "name: {purpose}\nreplicas: {1-9}", "version: {1-4}\nservices: [{purpose}]"),
        new("csv csv_data csv_content csv_text", "id,name,total\n{9:4},{first},{10-900}", "date,amount\n{date},{10-900}"),
        new("markdown markdown_content markdown_text", "## {Purpose}\n\n- {product}\n- {product}", "**{Purpose}** as of {date}"),
    ];
}
