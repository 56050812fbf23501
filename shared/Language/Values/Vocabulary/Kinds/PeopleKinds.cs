namespace AgentScaler.Language.Values.Vocabulary.Kinds;

/// <summary>People, their names, ways to reach them, and their work.</summary>
internal static class PeopleKinds
{
    public static IReadOnlyList<TextKind> All { get; } =
    [
        new(
            "email email_address mail contact_email author_email notification_email emails recipient_email sender_email from_email to_email cc "
            + "bcc cc_address bcc_address reply_to mailbox destination_email alerts_email support_email owner_email mail_from email_cc "
            + "user_principal_name upn",
            "{login}@example.com", "{login}@example.org", "{purpose}@example.com"),
        new(
            "phone phone_number telephone mobile mobile_phone cell phone_mobile contact_phone fax fax_number contact_fax msisdn telephone_number "
            + "home_phone work_phone mobile_number cell_phone phones contact_phones working_phone caller_id whatsapp_number sms_number "
            + "contact_number national_format international_format recipient_phone sender_phone phone_e164 tel from_number to_number phone_no",
            "+1555{9:7}", "+44 20 7946 0{9:3}", "+49 30 5550 {9:4}", "+351 21 555 {9:4}", "(555) {9:3}-{0:4}"),
        new("phone_type", "mobile", "landline", "fax", "work", "home"),
        new(
            "phone_country_code dial_code calling_code country_calling_code dialing_code",
            "+1", "+44", "+49", "+351", "+81", "+33", "+61", "+91", "+34", "+47"),
        new("phone_extension ext", "{100-990}"),
        new(
            "person_name full_name display_name_person contact_name contact_person customer_name patient_name user_full_name author_name "
            + "employee_name student_name member_name recipient_name sender_name guest_name holder_name cardholder_name account_holder "
            + "account_holder_name owner_name user_display_name author_display_name creator_name assignee_name passenger_name attention attn "
            + "signer signed_by given_to shared_with shared_by administrator moderator follower invoicee organizer witness author_credit "
            + "created_by updated_by modified_by last_modified_by approved_by assigned_to requested_by reviewed_by uploaded_by submitted_by author "
            + "creator owner assignee reporter requester approver manager employee reviewer user person customer patient student teacher member "
            + "instructor contact responsible acknowledged_by sold_by recipient sender attendee participant doctor physician actor actress "
            + "director writer artist_person politician candidate coach player captain speaker host_name_person sales_rep account_manager "
            + "supervisor salesperson contact_name_full prepared_by last_updated_by changed_by deleted_by closed_by resolved_by issued_to "
            + "received_by posted_by started_by triggered_by initiated_by from_name to_name reply_to_name character_name_person inventor advisor "
            + "agent_name case_manager attending_physician provider_person officer legal_representative beneficiary_person owner_display "
            + "acknowledger payee_name note_author officer_name principal_investigator editor_name author_full_name point_of_contact "
            + "last_edited_by editor translator",
            "{person}"),
        new("first_name given_name firstname forename middle_name creator_firstname first_names maiden_name_first", "{first}"),
        new("last_name surname lastname family_name maiden_name creator_lastname second_name", "{last}"),
        new("initial initials middle_initial", "{A:1}.", "{A:2}", "{A:1}.{A:1}."),
        new("nickname screen_name display_handle nick alias_name known_as gamertag", "{first}{10-99}", "{a:4}{first}", "the_{last}"),
        new(
            "username user_name login login_name handle twitter_handle user_login account_user sam_account_name master_username github_user "
            + "user_handle db_user database_user username_or_email ldap_user preferred_username iam_user service_login admin_username admin_user "
            + "screenname telegram instagram_handle discord_name ssh_user username_identity run_as_user twitter created_by_iam_user",
            "{login}", "{first}{10-99}", "{first}_{last}"),
        new("salutation honorific name_prefix title_prefix form_of_address courtesy_title", "Mr", "Ms", "Dr", "Prof.", "Mx", "Mrs"),
        new("name_suffix suffix_name generational_suffix", "Jr.", "Sr.", "III", "PhD", "MD"),
        new("gender sex baby_gender gender_identity", "female", "male", "other", "not specified"),
        new("marital_status civil_status relationship_status", "single", "married", "divorced", "widowed", "registered partnership"),
        new(
            "relationship relation relationship_type kinship family_member relation_type relation_to_patient rel",
            "parent", "spouse", "child", "sibling", "colleague", "friend", "guardian", "partner"),
        new("age_group age_range age_bracket demographic generation", "18-24", "25-34", "35-44", "45-54", "55-64", "65+", "children", "adolescents"),
        new("ethnicity race ethnic_group ethnic_origin", "Asian", "African American", "Hispanic", "White", "Pacific Islander", "not stated"),
        new("religion faith denomination", "Christianity", "Islam", "Hinduism", "Buddhism", "Judaism", "none"),
        new(
            "job_title position_title occupation profession designation job_position position role_title work_title employee_title "
            + "occupation_title title_job officer_role_title staff_position job_role profession_title vacancy contact_title career",
            "Software Engineer", "Accountant", "Sales Manager", "Nurse", "Product Designer", "Data Analyst", "Office Manager", "Recruiter",
            "Warehouse Supervisor", "Legal Counsel", "Marketing Specialist", "Support Agent", "Mechanical Engineer", "Project Manager", "Payroll Clerk",
            "Research Assistant"),
        new(
            "department department_name division business_unit organizational_unit org_unit cost_unit unit_organization ou department_code "
            + "organization_unit",
            "Human Resources", "Finance", "Customer Support", "Engineering", "Marketing", "Legal", "Procurement", "Research", "Sales", "Logistics",
            "Quality Assurance", "Facilities", "IT Operations"),
        new(
            "team team_name squad crew working_group support_group assigned_team exclude_team owner_team assignment_group project_team "
            + "support_group_name",
            "Platform", "Growth", "Payments", "Night shift", "Field service", "First line", "Editorial", "Mobile", "Data", "Onboarding", "Retention",
            "Security"),
        new(
            "employment_type contract_type job_type work_type employment_status employee_type staff_type contract_kind working_time_type "
            + "employee_status",
            "full-time", "part-time", "contractor", "intern", "temporary", "freelance"),
        new(
            "employee_number staff_number personnel_number employee_code worker_id employee_no payroll_number member_number membership_number "
            + "badge_number",
            "E{9:5}", "{9:6}", "P-{9:4}"),
        new(
            "skill skills skill_name competency expertise qualification required_skill",
            "SQL", "project management", "German", "negotiation", "Python", "bookkeeping", "copywriting", "public speaking", "welding", "first aid",
            "data analysis", "customer service"),
        new(
            "proficiency skill_level proficiency_level language_level fluency expertise_level experience_level",
            "beginner", "intermediate", "advanced", "fluent", "native", "B2", "C1"),
        new(
            "leave_type absence_type time_off_type pay_code time_type absence_reason leave_reason",
            "annual leave", "sick leave", "parental leave", "unpaid leave", "training", "compensatory time"),
        new("shift shift_name shift_type work_shift", "early", "late", "night", "day", "on call", "weekend"),
        new("salary_type pay_type pay_frequency compensation_type wage_type", "monthly", "hourly", "annual", "per project"),
        new(
            "passport_number passport identity_number id_number identification_number document_number_id driver_license driving_license "
            + "license_number licence_number driver_license_number id_card_number identity_document_number permit_number license_no "
            + "accreditation_number certificate_number identification patient_identification",
            "{A:1}{9:8}", "{A:2}{9:7}", "{9:9}"),
        new(
            "document_type id_type identification_type identity_document_type id_document_type doc_type document_kind identity_type_document "
            + "attachment_type record_document_type form_kind document_category document_class evidence_type supporting_document_type",
            "passport", "invoice", "contract", "driving licence", "report", "receipt", "certificate", "letter", "id card", "proof of address"),
        new(
            "bio biography about about_me profile_text introduction self_description author_bio intro",
            "{person} works on {purpose} in {city} and writes about it now and then.", "Photographer and cyclist from {city}.",
            "Ten years in {purpose}, now with {company}.", "Teaches in {city}; collects old maps.",
            "Loves {product|trains|gardens|jazz|mountains} and long walks."),
        new(
            "interest hobby interests leisure_activity passion",
            "hiking", "photography", "chess", "cooking", "cycling", "gardening", "jazz", "board games", "sailing", "pottery"),
        new(
            "mood emotion feeling sentiment tone tone_of_voice sentiment_label emotional_state voice_tone",
            "positive", "neutral", "negative", "friendly", "formal", "curious", "calm", "cheerful"),
        new("voice voice_name voice_id speaker_voice tts_voice", "Joanna", "Matthew", "Amy", "Hans", "Celine", "Mizuki", "Lucia", "Brian"),
    ];
}
