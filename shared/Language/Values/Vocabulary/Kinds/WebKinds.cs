namespace AgentScaler.Language.Values.Vocabulary.Kinds;

/// <summary>Links, flags, permissions and the parts of applications.</summary>
internal static class WebKinds
{
    public static IReadOnlyList<TextKind> All { get; } =
    [
        new(
            "callback callback_url webhook webhook_url web_hook_uri notification_url redirect_uri redirect_url callback_uri notify_url "
            + "return_url hook_url postback_url success_url cancel_url logout_url reply_url post_logout_redirect_uri",
            "https://hooks.example.com/{purpose}/{f:12}", "https://{purpose}.example.com/callback", "https://app.example.com/{purpose}/done"),
        new(
            "image image_url picture picture_url photo photo_url logo logo_url avatar avatar_url thumbnail thumbnail_url icon_url image_uri_link "
            + "profile_image cover_image banner_url thumb poster img_thumb cover_photo image_link profile_picture img large_image small_image "
            + "image_path icon_image banner image_link_url cover small medium_image screenshot screenshot_url preview_image featured_image "
            + "profile_photo background_image icon_link",
            "https://images.example.com/{things-slug}/{9:5}.jpg", "https://cdn.example.com/{thing-slug}-{9:4}.png",
            "https://images.example.com/{purpose}/{f:10}.webp"),
        new(
            "video_url video_link stream_url audio_url media_url recording_url trailer preview_url playback_url hls_url manifest_url media_link",
            "https://media.example.com/{things-slug}/{f:10}.mp4", "https://stream.example.com/{purpose}/{9:5}.m3u8"),
        new(
            "download_url file_url document_url attachment_url report_url export_url pdf_url invoice_url upload_url file_upload_url "
            + "download_link presigned_url signed_url content_url file_link document_link url_private url_public url_download download_uri "
            + "source_url_file package_url output_url",
            "https://files.example.com/{things-slug}/{f:10}.pdf", "https://downloads.example.com/{file}.zip",
            "https://files.example.com/{purpose}/{9:5}.csv"),
        new(
            "next_link next_url previous_link prev_link next previous next_page_url previous_url first_page_url last_page_url next_page_link "
            + "prev_page_url",
            "https://api.example.com/{things-slug}?page={2-40}", "https://api.example.com/v1/{things-slug}?cursor={b:12}"),
        new(
            "url uris uri link href website web_url homepage self self_link resource_uri permalink html_url source_url target_url web_link "
            + "canonical_url detail_url website_url home_page api_url base_url page_url site_url external_url public_url edit_url self_url "
            + "resource_url activation_url reference_url product_url item_url app_url portal_url landing_url link_url share_url service_url "
            + "article_url organisation_website short_url console_url deep_link view_url documentation_url store_url lookup_link help_url "
            + "documentation_link metadata_url request_url location_url html_link event_url git_url clone_url repository_url repo_url server_url "
            + "instance_url endpoint_url issues_url profile_url provider_url login_url uri_link cited_by_link support_url sign_in_url admin_url "
            + "checkout_url listing_url privacy_policy_url terms_url linkedin linkedin_url twitter_url facebook_url feed_url rss_url",
            "https://example.com/{things-slug}/{9:4}", "https://www.example.org/{thing-slug}/{purpose}-{9:3}", "https://example.net/{things-slug}/{f:8}",
            "https://{purpose}.example.com/{things-slug}/{9:3}"),
        new("origin allow_origin allowed_origin", "https://{purpose}.example.com", "https://www.example.org", "https://app{1-9}.example.net"),
        new(
            "referrer referer referring_domain traffic_source utm_source",
            "newsletter", "search.example.com", "{purpose}-partner.example.org", "social", "direct", "affiliate", "blog.example.com"),
        new(
            "header header_name http_header request_header expose_header allow_header headers_name signed_header",
            "X-Request-Id", "Content-Type", "Authorization", "Cache-Control", "Accept-Language", "If-None-Match", "X-{Purpose}-Key", "ETag"),
        new("cookie_name cookie session_cookie", "session_id", "csrftoken", "cart", "locale", "{purpose}_pref", "consent"),
        new(
            "slug permalink_slug object_slug collection_slug url_slug handle_slug identifier_slug url_key short_name_slug seo_slug friendly_url",
            "{purpose}-{thing-slug}", "{thing-slug}-{9:3}", "{purpose}-{thing-slug}-{2-9}", "how-to-{purpose}"),
        new(
            "environment environment_name stage stage_name deployment_environment env environment_type compute_environment deployment_stage "
            + "target_environment",
            "production", "staging", "development", "test", "sandbox", "preview", "qa"),
        new(
            "feature_flag flag_name feature feature_name capability features_enabled capabilities",
            "dark_mode", "bulk_export", "{purpose}_v2", "two_factor_login", "beta_{purpose}", "offline_sync", "smart_{purpose}", "api_access",
            "single_sign_on"),
        new(
            "event_type event event_name event_category trigger_event events_type trigger webhook_event included_event event_type_name "
            + "excluded_event event_source_name event_types ebs_event trigger_type hook_event",
            "order.created", "payment.failed", "user.updated", "{purpose}.created", "{purpose}.deleted", "login.succeeded", "{purpose}.completed",
            "subscription.renewed", "file.uploaded", "message.sent"),
        new("event_source event_bus source_event", "aws.s3", "aws.ec2", "{purpose}.example.com", "app.{purpose}", "default"),
        new(
            "action action_name allowed_action operation_action permission_action actions not_action lambda_action rule_action action_type "
            + "apply_action default_action user_action activity_type event_action next_action override_action required_action action_required",
            "create", "update", "delete", "approve", "archive", "notify", "export", "assign", "s3:GetObject", "ec2:StartInstances", "read", "restart",
            "view", "comment"),
        new(
            "operation operation_name operation_type api_operation method_name procedure operation_kind mutation",
            "CreateOrder", "ListUsers", "UpdateInvoice", "DeleteFile", "Get{Purpose}", "Export{Purpose}", "Import{Purpose}", "Restart{Purpose}"),
        new(
            "permission permission_name scope permission_scope oauth_scope allowed_scope access_scope user_scope scopes assignable_scope "
            + "entitlement privilege privileges granted_scope required_permission role_permission permission_type organization_permission "
            + "default_permission add_scope",
            "read", "write", "admin", "{purpose}:read", "{purpose}:write", "users:manage", "reports.export", "{purpose}.viewer", "openid profile"),
        new(
            "access_level permission_level access_type access sharing_level user_permission access_right member_access",
            "read", "write", "owner", "admin", "viewer", "none"),
        new(
            "role user_role role_type member_role officer_role realm_role roles team_role principal_role contributor_role participant_role "
            + "access_role role_csv assigned_role",
            "admin", "editor", "viewer", "owner", "member", "manager", "guest", "auditor", "billing_admin", "contributor", "operator", "analyst",
            "developer", "reviewer"),
        new(
            "group group_name user_group groups security_group_name group_identifier age_group_name owner_group group_alias",
            "{purpose}-{admins|users|editors}", "{Purpose} team", "{Purpose} {managers|reviewers|readers}", "all-{purpose}"),
        new(
            "policy policy_name iam_policy policy_identifier attached_policy",
            "{Purpose}ReadOnly", "{purpose}-retention-{30|90|365}d", "{Purpose} access policy", "require-{purpose}-tags", "deny-public-{purpose}"),
        new(
            "policy_document trust_policy access_policy policy_json resource_policy policy_text assume_role_policy_document key_policy "
            + "assume_role_policy session_policy",
            "{{\"Version\":\"2012-10-17\",\"Statement\":[{{\"Effect\":\"Allow\",\"Action\":\"{s3|sqs|sns}:*\",\"Resource\":\"*\"}}]}}",
            "{{\"Version\":\"2012-10-17\",\"Statement\":[{{\"Effect\":\"Deny\",\"Action\":\"{ec2|iam|kms}:Delete*\",\"Resource\":\"*\"}}]}}"),
        new(
            "rule rule_name alert_rule firewall_rule rule_identifier matched_rule routing_rule rules validation_rule alert_rule_name",
            "{purpose}-limit-{10-90}", "allow-{purpose}", "block-{purpose}-bots", "{Purpose} over {10-90} percent", "{purpose}-retention-{30|60|90}d"),
        new(
            "tag_key tag_name label_key metadata_key annotation_key custom_field_key tag_keys key_name key_name_tag dimension_key config_key "
            + "parameter_key resource_tag_key setting_key option_name system_parameter parameter_name setting setting_name config_name "
            + "configuration_name config_key_name",
            "environment", "owner", "cost-center", "project", "team", "application", "tier", "region", "compliance", "created-by", "department",
            "retention", "stage", "service"),
        new(
            "tag_value label_value tag_values metadata_value annotation_value resource_tag_value",
            "production", "platform-team", "CC-{9:4}", "{purpose}", "critical", "eu", "{company-slug}", "internal", "web", "daily"),
        new(
            "auth_type authentication_type authentication_method auth_method login_type authorizer_type authentication_mode credential_type "
            + "grant_type authentication auth_mode auth_scheme sign_in_method authorization_type identity_type auth_provider identity_provider "
            + "token_type idp_type",
            "oauth2", "basic", "api_key", "saml", "jwt", "password", "authorization_code", "client_credentials", "Bearer", "IAM"),
        new(
            "visibility privacy access_mode privacy_level sharing_type sharing publicity privacy_setting audience_visibility acl canned_acl "
            + "repository_visibility",
            "public", "private", "internal", "unlisted", "shared", "restricted"),
        new(
            "repository repository_name repo repo_name source_repository source_code_repository project_repository git_repository "
            + "full_repository_name repository_full_name full_repo_name",
            "{company-slug}/{purpose}-api", "{purpose}-service", "{company-slug}/{purpose}-web", "{purpose}-infra", "{purpose}-docs"),
        new(
            "pipeline flow authentication_flow pipeline_name workflow workflow_name job_name job task_name build_name dag flow_name dag_name "
            + "process_name ci_job run_name run experiment experiment_name automation_name",
            "{purpose}-build", "nightly-{purpose}-import", "{Purpose} approval", "deploy-{purpose}", "{purpose}-{weekly|daily|monthly}-report",
            "sync-{purpose}", "{purpose}-cleanup"),
        new(
            "model_name model_id ai_model llm_model ml_model base_model foundation_model embedding_model inference_model model_identifier "
            + "publisher_model source_model",
            "text-classifier-v{1-4}", "{purpose}-forecast-{1-9}", "sentiment-small", "image-tagger-xl", "{purpose}-embeddings",
            "churn-model-{2023|2024|2025}"),
        new(
            "prompt system_prompt user_prompt prompt_text prompt_template instruction_prompt system_instruction input_text model_input "
            + "system_message system_message_override prompt_string",
            "Summarize the {purpose} report in three sentences.", "List the open questions about {purpose}.",
            "Write a short welcome message for {first} in {city}.", "Translate the {purpose} notes into {German|French|Spanish}.",
            "Describe the {product} for a catalogue."),
        new(
            "dataset dataset_name data_source data_source_name source_dataset datasets data_set",
            "{purpose}_2025", "{Purpose} monthly figures", "{purpose}-sample-{9:3}", "{city} traffic counts", "{purpose}_events"),
        new(
            "driver driver_name driver_class",
            "org.postgresql.Driver", "com.mysql.cj.jdbc.Driver", "ODBC Driver 18 for SQL Server", "nvidia-{500-560}", "e1000e"),
        new(
            "connection_string jdbc_url connection_uri database_url extra_connection_attribute",
            "postgres://app@db.example.com:5432/{purpose}", "Server=db.example.com;Database={purpose}", "jdbc:mysql://db.example.com:3306/{purpose}",
            "mongodb://db.example.com:27017/{purpose}"),
        new("sid security_identifier user_sid", "S-1-5-21-{9:9}-{9:9}-{9:9}-{1000-9999}"),
        new("cve cve_identifier vulnerability cve_id vulnerability_id", "CVE-{2018-2025}-{9:5}"),
        new("cvss_vector vector_string", "CVSS:3.1/AV:{N|A|L}/AC:{L|H}/PR:{N|L}/UI:N/S:U/C:{L|H}/I:{L|N}/A:{N|H}"),
        new(
            "spdx license_identifier license license_name software_license license_type",
            "MIT", "Apache-2.0", "GPL-3.0-only", "BSD-3-Clause", "CC-BY-4.0", "MPL-2.0", "LGPL-2.1", "proprietary"),
        new("oid object_identifier_dotted sys_oid", "1.3.6.1.4.1.{1000-9999}.{1-40}.{1-9}"),
        new(
            "ttl cache_ttl data_retention_ttl timeout execution_timeout run_timeout timeout_duration wait_timeout retention retention_period "
            + "expiration_period request_timeout idle_timeout",
            "{30|60|300|600|900|3600}s", "{1-30}m", "{1-24}h", "{7|14|30|90}d"),
        new(
            "etl_state checkpoint offset_token sequence_number sequence_token cdc_start_position cdc_stop_position log_sequence_number lsn "
            + "stream_position",
            "{9:20}", "{f:8}:{f:8}:{f:4}", "mysql-bin.{0:6}:{100-9000}"),
        new(
            "app app_name application application_name software client_name program_name program software_name application_identifier "
            + "client_application app_title source_application",
            "{Purpose} Portal", "{Purpose} Tracker", "{company} Mobile", "{purpose}-app", "{Purpose} Dashboard", "{company} Connect"),
        new("theme theme_name color_scheme dark_theme graph_theme color_theme skin", "light", "dark", "solarized", "high-contrast", "ocean", "system"),
        new("alignment text_align text_alignment align horizontal_alignment vertical_alignment", "left", "center", "right", "justify", "top", "bottom"),
        new("orientation page_orientation screen_orientation", "portrait", "landscape"),
        new("font font_family font_name typeface", "Inter", "Roboto", "Open Sans", "Georgia", "Arial", "Lato", "Merriweather", "Source Sans Pro"),
        new(
            "widget_type component_type control_type field_type input_type element_type data_type datatype value_type attribute_type column_type "
            + "type_name property_type parameter_type variable_type schema_type custom_field_type type_string primitive_type element_kind "
            + "field_data_type",
            "string", "integer", "boolean", "date", "number", "array", "object", "timestamp", "text", "enum"),
        new(
            "variable variable_name env_var environment_variable dynamic_variable target_variable constant variable_key output_variable",
            "DATABASE_URL", "{purpose}_count", "LOG_LEVEL", "customer_name", "MAX_RETRIES", "API_HOST", "total_{purpose}", "REGION", "order_number"),
        new(
            "template template_name email_template site_template template_key template_title layout template_file notification_template "
            + "document_template",
            "{purpose}-welcome", "{purpose}-reminder-{1-9}", "Monthly {purpose} summary", "{Purpose} confirmation", "two-column", "{purpose}-receipt"),
        new(
            "css_selector xpath element_selector dom_selector css_class",
            "#{purpose} .title", "//div[@id='{purpose}']", ".{purpose}-list > li:nth-child({2-9})", "button[name='{purpose}']"),
        new("lock_token lease lock", "lease-{f:8}", "{uuid}"),
        new("smtp_status smtp_code dsn_status", "250 2.0.0 OK", "550 5.1.1 User unknown", "421 4.7.0 Try again later"),
        new("record_type dns_record_type dns_type rr_type query_type", "A", "AAAA", "CNAME", "MX", "TXT", "NS", "SRV", "CAA", "PTR"),
        new(
            "ssl_policy tls_version ssl_protocol min_tls_version minimum_tls_version protocol_version security_policy",
            "TLSv1.2", "TLSv1.3", "TLS1_2", "ELBSecurityPolicy-TLS13-1-2-2021-06"),
    ];
}
