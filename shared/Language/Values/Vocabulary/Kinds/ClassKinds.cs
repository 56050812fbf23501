namespace AgentScaler.Language.Values.Vocabulary.Kinds;

/// <summary>Choices that things of every kind have: types, states, modes and levels.</summary>
internal static class ClassKinds
{
    public static IReadOnlyList<TextKind> All { get; } =
    [
        new(
            "type kind class subtype classification type_code category_type record_kind object_class item_class type_label custom_type "
            + "unique_type sub_type variant variant_type flavor types class_type nature designation_type entity_class",
            "standard", "basic", "custom", "default", "advanced", "external", "internal", "temporary", "primary", "shared"),
        new("row_type", "customer", "invoice", "payment", "contact", "order", "adjustment", "note"),
        new(
            "typename typename_text entity entity_kind object_type target_type source_type parent_type resource object related_entity_type "
            + "associated_entity object_name related_object content_object object_kind target_entity item_entity subject_type linked_entity "
            + "reference_type record_name record",
            "customer", "order", "invoice", "project", "user", "ticket", "contract", "product", "document", "appointment", "campaign", "supplier"),
        new(
            "message_type notification_kind alert_type alarm_type template_type communication_kind letter_type",
            "reminder", "confirmation", "alert", "newsletter", "welcome", "invoice", "survey"),
        new(
            "task_type job_category activity_kind work_item_type issue_type ticket_type case_type request_type incident_type request_category "
            + "work_order_type service_request_type issue_category ticket_category problem_type claim_type inquiry_type complaint_type",
            "question", "incident", "task", "change request", "complaint", "maintenance", "bug", "access request"),
        new(
            "meeting_type appointment_type visit_type session_type event_kind interview_type encounter_type booking_type reservation_type "
            + "consultation_type activity_category appointment_kind",
            "consultation", "follow-up", "phone call", "on site", "online", "first visit", "workshop"),
        new(
            "access_point_type connection_type link_type network_mode connectivity connectivity_type ip_allocation_method",
            "wired", "wireless", "vpn", "lte", "fiber", "satellite"),
        new(
            "status state phase stage_status lifecycle_state run_status job_status current_state provisioning_state health_status company_status "
            + "workflow_state execution_status status_name overall_status current_status operational_status account_status sync_status "
            + "processing_status build_status verification_status connection_status task_status status_type entry_status record_status "
            + "lifecycle_stage process_state publication_status target_state desired_state previous_state user_status system_status "
            + "availability_state power_state disk_state replication_state import_status last_status ticket_status project_status result_status "
            + "deployment_status backup_status status_label status_display status_value",
            "active", "pending", "completed", "failed", "inactive", "in_progress", "archived", "draft", "suspended", "queued"),
        new(
            "approval_status review_status decision moderation_status review_result verdict outcome approval_state conclusion review_state "
            + "disposition resolution_code",
            "approved", "rejected", "pending review", "changes requested", "escalated", "withdrawn"),
        new("health health_state health_condition_status service_health", "healthy", "degraded", "unhealthy", "unknown"),
        new(
            "result test_result check_result execution_result analysis_result result_text scan_result validation_result outcome_text "
            + "match_result",
            "passed", "failed", "skipped", "warning", "inconclusive", "{10-99} of 100 passed"),
        new(
            "priority importance severity priority_level urgency_level severity_level alert_severity impact_level criticality risk_level "
            + "threat_level change_severity severity_text priority_name severity_label warning_level alert_level",
            "low", "medium", "high", "critical", "normal"),
        new(
            "level difficulty difficulty_level intensity degree_of_difficulty level_name complexity intensity_level activity_level confidence "
            + "confidence_level effort maturity_level leadership_level quality quality_level sensitivity sensitivity_level data_classification "
            + "confidentiality classification_level education_level_text stress_level",
            "beginner", "intermediate", "advanced", "low", "medium", "high"),
        new(
            "mode operation_mode processing_mode run_mode display_mode delivery_mode_setting view_mode mode_name execution_mode replication_mode "
            + "update_mode test_mode capacity_mode sync_mode deployment_mode scan_mode control_mode billing_mode throughput_mode",
            "automatic", "manual", "default", "batch", "strict", "interactive", "on-demand"),
        new(
            "method processing_method calculation_method method_type allocation_method validation_method technique_name verification_method "
            + "resampling_method contact_method_type",
            "automatic", "manual", "average", "first in, first out", "proportional", "email link", "percentage"),
        new(
            "strategy allocation_strategy deployment_strategy strategy_type merge_strategy update_strategy scaling_policy scaling_type "
            + "placement_strategy load_balancing_algorithm routing_policy retry_policy conflict_resolution eviction_policy update_policy "
            + "upgrade_policy on_conflict backoff_strategy",
            "rolling", "blue-green", "lowest-price", "balanced", "round-robin", "all-at-once", "canary", "keep-latest"),
        new(
            "frequency recurrence interval repeat cadence recurring_frequency update_frequency report_frequency recurrence_pattern "
            + "repeat_interval recurrence_type repeat_type repeat_frequency max_frequency reporting_frequency time_interval granularity "
            + "data_interval time_granularity schedule_frequency aggregation_interval sampling_interval resolution_time rrule recurrence_rule "
            + "timeframe",
            "daily", "weekly", "monthly", "hourly", "yearly", "every two weeks", "quarterly"),
        new(
            "weekday day_of_week day week_day day_name start_day days billing_day days_of_week preferred_day",
            "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        new(
            "month month_name expiry_month start_month birth_month",
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
        new(
            "year model_year publication_year expiry_year start_year year_built release_year birth_year vintage founded year_of_manufacture "
            + "graduation_year year_founded model_year_from model_year_to end_year season_year years",
            "{1998-2026}"),
        new(
            "duration length_of_time runtime_minutes video_duration total_duration elapsed_time frequency_duration charging_duration time_spent "
            + "estimated_time response_time delivery_time lead_time elapsed processing_time estimated_duration shipping_time travel_time run_time "
            + "cooking_time prep_time wait_time latency uptime average_time avg_duration session_duration total_time",
            "{5-90} min", "PT{1-12}H", "{1-9} h {10-50} min", "{1-14} days", "PT{5-55}M", "00:{10-59}:{10-59}"),
        new(
            "scope_level coverage_scope range_scope visibility_scope applies_to audience_scope scope_type level_of_detail",
            "global", "regional", "organization", "project", "team", "user"),
        new(
            "system external_system feed reseller_source source data_origin origin_type source_name source_system information_source "
            + "data_provider news_source created_via input_source entry_source record_source lead source_label import_source usage_source "
            + "author_source signal_source",
            "web", "api", "import", "mobile app", "manual entry", "partner feed", "{company}", "{purpose} feed", "call center", "spreadsheet"),
        new(
            "target destination_type target_kind target_name goal_target redirect_target target_resource deployment_target",
            "{purpose}", "all users", "{team} team", "{purpose}-{env}", "{city} office", "everyone", "{purpose} list"),
        new(
            "operator comparison_operator condition_operator logical_operator comparator match_operator filter_operator",
            "equals", "not_equals", "greater_than", "less_than", "contains", "starts_with", "in", "between"),
        new(
            "position_text placement position_label ad_placement side location_side corner dock_position",
            "top", "bottom", "left", "right", "center", "sidebar", "footer", "header"),
        new("direction_type flow_direction traffic_direction message_direction call_direction", "inbound", "outbound", "ingress", "egress", "both"),
        new("shape geometry_type pattern_shape", "circle", "rectangle", "line", "polygon", "ellipse", "point"),
        new("size_class company_size team_size size_category size_name", "small", "medium", "large", "extra large", "11-50", "51-200", "201-500"),
        new("chart_type graph_type visualization_type plot_type", "line", "bar", "pie", "scatter", "area", "heatmap", "histogram"),
        new(
            "success succeeded sent generated duplicated trapped verbose terminate discard sufficient scheduled recommended streaming "
            + "readonly_flag flag indicator ind boolean yes_no isnull is_null exists bool enabled required force allow is_active active blacklist "
            + "is_default is_required readonly is_ip_blacklist is_email_blacklist verified",
            "true", "false"),
        new("answer_type yes no consent agreement opt_in opt_in_status subscription_status", "yes", "no", "opted in", "opted out"),
        new("rank ranking position_rank place_rank", "1st", "2nd", "3rd", "{4-40}th"),
        new(
            "score rating grade_score points rating_value review_score quality_score average_rating min_score cvss_score confidence_score "
            + "probability",
            "{0-9}.{0-9}", "{1-100}"),
        new(
            "count total_count number_of_items quantity qty page_count item_count total_results record_count max_results max_items view_count "
            + "total_quantity row_count num number_of limit offset page page_size per_page size_bytes file_size bytes storage_bytes download_bytes "
            + "length width height weight index max_results_count position_number ordinal sequence_index age size_in_bytes items_total capacity "
            + "weighted_capacity population page_number hit hits number_of_pages total_records impressions click clicks unread_count line_count "
            + "replica replicas memory mileage odometer altitude elevation speed temperature humidity pressure depth distance area_size radius "
            + "bedroom bathroom floor_area temp feels_like wind_speed degree_value upload_limit memory_request cpu_request wheel_size",
            "{1-900}"),
        new(
            "minimum maximum min max minimum_value maximum_value lower_bound upper_bound threshold step_size retry retries digit statistic_value "
            + "viewer like follower_count children impression mark gap exposure landing pound feet inches",
            "{1-90}", "{1-90}.{0-9}"),
        new(
            "number sequence_no running_number document_no contract_number ticket_number policy_number incident_number case_id_number "
            + "reference_id_number quote_number job_number project_number permit case_identifier claim_number agreement_number batch_no "
            + "entry_number contract_no file_no application_number issue_number request_number report_number project_code contact_number_text "
            + "form_number customer_number project_no client_number vendor_number supplier_number debtor_number creditor_number membership_no "
            + "client_code policy_no customer_code vendor_code patient_number student_number record_number subject_number loan_number "
            + "insurance_number policy_code ticket_no number_text case_key",
            "{9:6}", "{A:2}-{9:5}", "2025-{0:4}", "{9:4}/{20-25}"),
        new(
            "code abbrev abbr short_code reference_key_code status_code internal_code classification_code code_value company_code company_cd cd "
            + "type_code_value identifier_code language_code_internal system_code location_code_internal group_code event_type_code code_text "
            + "abbreviation acronym short_name symbol_code codes event_code taxonomy_code category_code region_cd area_code item_type_code",
            "{A:3}{00-99}", "{A:2}{9:2}", "{A:4}", "{9:4}"),
        new("boolean_text yes_or_no_text", "yes", "no"),
        new(
            "alias aliases version_alias shortcut name_alias path_alias_name",
            "{purpose}", "{purpose}-latest", "alias/{purpose}", "{purpose}{1-9}", "{thing-slug}-{purpose}"),
        new("signature_type signing_method", "electronic", "handwritten", "qualified", "simple"),
        new("character_set_class alphabet script_writing writing_system", "Latin", "Cyrillic", "Arabic", "Greek", "Hiragana", "Devanagari"),
        new("user_identity identity member_identity", "{login}@example.com", "EXAMPLE\\{login}", "user:{login}"),
        new("culture_medium medium_growth growth_medium", "agar", "LB broth", "soil", "rockwool", "hydroponic solution"),
        new(
            "instruction_set_extra meta ctx array extra_data custom_field additional_data metadata context_data extra parameters_text "
            + "options_text settings configuration config properties parameters attributes payload data body_data input input_data output_data "
            + "options raw raw_data details_json request response_data input_payload config_value configuration_value annotation_data "
            + "attribute_data notification_metadata task_meta_data resource_properties",
            "{purpose}={env}", "source={purpose};priority={1-5}", "{{\"{purpose}\": {1-90}}}", "region={code};team={team}", "owner={login}"),
    ];
}
