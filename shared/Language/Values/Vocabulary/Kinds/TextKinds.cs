namespace AgentScaler.Language.Values.Vocabulary.Kinds;

/// <summary>Sentences and titles that speak of the thing they stand with.</summary>
internal static class TextKinds
{
    public static IReadOnlyList<TextKind> All { get; } =
    [
        new(
            "subject email_subject message_subject subject_line mail_subject",
            "Your {purpose} {thing} of {date}", "Question about {thing} {9:4}", "Reminder: {purpose} review on {date}", "{Purpose} update from {company}",
            "Re: {product} for {city}", "Invitation to the {purpose} meeting"),
        new(
            "title headline page_title caption short_title tagline subtitle header_text banner_text link_text alt_text button_text label_text "
            + "display_text main_title title_text section_title slogan document_title task_title job_posting_title story_title line_caption alt "
            + "subheading",
            "{Purpose} {thing} for {city}", "{Thing} {1-90}: {purpose}", "{Purpose} {thing}, {January|March|May|July|October} {2023-2025}",
            "How {company} handles {purpose}", "{city} {thing} overview"),
        new(
            "message message_body message_text notification_message body text_message sms_body chat_message alert_message notification_text "
            + "content text message_content body_text email_body plain_text notification_body user_message welcome_message confirmation_message "
            + "body_plain text_body post_text tweet_text announcement reply email_content note_text custom_message msg text_content "
            + "plain_text_body status_update_text message_to_recipient contents text_contents custom_text output_message",
            "Hello {first}, your {thing} {9:4} is ready.", "The {thing} '{purpose}' changes on {date}.", "Please confirm {thing} {9:4} by {date}.",
            "{person} has commented on the {purpose} {thing}.", "Thank you, {first}; we received the {product} on {date}.",
            "The {purpose} {thing} is closed from {date}.", "Can we move the {purpose} meeting to {date}?"),
        new(
            "description summary details detail short_description long_description desc information additional_information info abstract "
            + "overview about_text product_description job_description description_text item_description_text event_description brief synopsis "
            + "plot blurb explanation definition_text meaning detailed_description additional_info narrative extended_description body_description "
            + "short_summary risk_summary progress_summary activity_description general_information purpose_description description_plain "
            + "descriptive_text description_html other_details service_description descriptions meta_description seo_description background "
            + "finding findings custom_description excerpt definition context impact full_description",
            "{Thing} for the {team} team in {city}.", "{Purpose} {thing}, in use since {date}.", "{Thing} set up by {person} for {purpose}.",
            "Covers {purpose} and {purpose} for {company}.", "{Purpose} {thing} of the {city} office.", "Temporary {thing} until {date}.",
            "Replaces the {purpose} {thing} of {2018-2024}.", "{Thing} shared by the {team} and {team} teams.",
            "Second {thing} of {company}, reviewed on {date}.", "{Purpose} {thing} with {2-40} entries."),
        new(
            "comment autoreply refund_policy effect research biology harvest production management footnote caveat reasoning highlight history "
            + "limitation requirement consideration interpretation attribution remark_line particularity evaluation_text welcome_text comments "
            + "note notes remark remarks feedback internal_note private_note reviewer_comment memo annotation review_comment additional_comment "
            + "admin_note customer_note order_note feedback_comment other_comment review_text user_comment leave_note note_content "
            + "special_instructions instruction instructions delivery_instructions special_request comments_text comments_internal observation "
            + "user_note observations remark_text special_note additional_notes additional_instructions commentary internal_notes review "
            + "testimonial guidance recommendation suggestion advice tip remediation remediation_text recommendation_text recommended_action "
            + "usage_instructions preparation",
            "Agreed with {person} on {date}.", "Call {first} before changing this {thing}.", "Checked on {date}, nothing to add.",
            "Keep until the {purpose} review.", "Moved here from {city} in {2019-2025}.", "{first} asked for a copy by {date}.",
            "Waiting for an answer from {company}.", "Use the side entrance and ask for {first}.", "Same as {thing} {9:4}, only for {city}.",
            "Please send the invoice to the {team} team."),
        new(
            "reason cause root_cause justification business_justification rationale motive purpose intended_use reason_text objective goal "
            + "use_case usage aim intent primary_purpose intended_purpose hypothesis problem_statement goals objectives loan_purpose "
            + "purpose_of_use consent_purpose",
            "{Purpose} for the {team} team", "{Purpose} audit on {date}", "Move of the {city} office", "Requested by {person}",
            "Duplicate of {thing} {9:4}", "New contract with {company}", "{Purpose} costs above plan", "End of the {purpose} project"),
        new(
            "joke setup punchline dialogue transcript transcription_text caption_text spoken_text utterance_text translation translated_text "
            + "source_text original_text input_sentence sentence paragraph document_text page_text extracted_text raw_text passage lyrics ocr_text "
            + "text_to_analyze essay article_text story text_to_input sample_text quote_body",
            "The train to {city} leaves at {6-22}:{10-50} from platform {1-12}.", "{person} opened the meeting and thanked the {team} team.",
            "In {city} the market is held every Saturday.", "The {product} was sold out by noon.", "We walked along the harbour of {city} until dark.",
            "{company} moves to {city} next spring."),
        new(
            "terms terms_and_conditions legal_terms disclaimer terms_text notice legal_notice privacy_notice consent_statement privacy_policy "
            + "consent_text legal_text terms_of_use statement legal_statement",
            "Payment is due within {10-60} days of the invoice.", "Data is kept for {1-10} years and then deleted.", "Valid until {date}; no cash value.",
            "Provided as is, without warranty.", "Cancellation is free until {1-14} days before arrival."),
        new(
            "change_log changelog release_notes change_description commit_message change_summary commit_title change_note revision_note "
            + "version_description version_notes change",
            "Fix rounding in the {purpose} total", "Add {purpose} export", "Update {thing} texts", "Remove unused {purpose} settings",
            "Speed up the {purpose} list", "Bump {purpose}-client to {1-9}.{0-12}"),
        new(
            "agenda meeting_notes minutes action_item to_do checklist next_step next_steps task_description steps step checklist_item step_name",
            "Review the {purpose} figures", "Choose a supplier for the {product}", "Prepare the move to {city}", "Call {company} about {purpose}",
            "Plan the {purpose} training", "Approve the {purpose} budget"),
        new(
            "value default example exclusion exclude custom magic src value_new default_value current_value new_value old_value field_value "
            + "attribute_value setting_value parameter_value values original_value previous_value metadata_entry custom_value text_value "
            + "expected_value actual_value string_value value_text input_value value_string property_value cell_value variable_value display_value "
            + "override raw_value entry_value value_to_select",
            "{purpose}", "{10-900}", "{env}", "{date}", "{city}", "enabled", "{company}", "{purpose}-{9:3}", "EUR", "{login}"),
        new(
            "keyword keywords search_keywords hashtag tag tags label labels topic_tag topic topics machine_tag post_tag categories_tag "
            + "subject_term skip_tag marker_tag trending_topic subject_topic tag_label theme_topic subject_matter",
            "{purpose}", "{purpose}-{2021-2025}", "urgent", "{city}", "featured", "internal", "seasonal", "beta", "{team}", "renewable energy",
            "{purpose} review", "nutrition"),
        new(
            "category categories category_label event_categories content_category classification_category main_category subcategory sub_category "
            + "group_category category_title primary_category content_type_category section section_name news_category topic_category "
            + "event_category_name custom_category area_category dimension_category",
            "General", "Finance", "Travel", "Health", "Education", "Technology", "Sports", "Food & Drink", "Home", "Culture", "Science", "Business",
            "Outdoor"),
        new("ts dt created modified updated created_dt modified_dt updated_dt", "202{4-5}-{01-12}-{01-28}T{00-23}:{00-59}:00Z"),
        new("txt", "The {thing} '{purpose}' changes on {date}.", "Please confirm {thing} {9:4} by {date}.", "{person} works on {purpose} in {city}."),
        new("initialization_vector init_vector iv", "{f:32}"),
        new("rgb rgb_value", "{F:6}"),
        new("subdirectory", "/{purpose}", "/data/{purpose}", "/{purpose}/{date}"),
        new("sublocality", "Old Town", "Riverside", "Harbour District", "Northgate", "Mill Hill", "Queen's Park", "Westend", "Castle Quarter"),
        new("worksheet", "Sheet{1-3}", "Summary", "Data {1-9}", "{Purpose}"),
        new("lyricist arranger", "{person}"),
    ];
}
