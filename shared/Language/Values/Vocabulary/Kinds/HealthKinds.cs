namespace AgentScaler.Language.Values.Vocabulary.Kinds;

/// <summary>Medicine and care.</summary>
internal static class HealthKinds
{
    public static IReadOnlyList<TextKind> All { get; } =
    [
        new(
            "diagnosis diagnosis_name condition_medical disease disease_name illness medical_condition disorder health_condition indication "
            + "primary_diagnosis ailment syndrome medical_history health_issue disease_condition",
            "seasonal allergy", "hypertension", "migraine", "type 2 diabetes", "sprained ankle", "bronchitis", "iron deficiency", "eczema", "tonsillitis",
            "lower back pain", "asthma", "osteoarthritis"),
        new(
            "symptom symptoms chief_complaint complaint_medical reason_for_visit presenting_complaint symptom_name",
            "headache", "persistent cough", "fever for three days", "shortness of breath", "nausea", "dizziness", "joint pain", "skin rash", "sore throat",
            "fatigue"),
        new("icd_code icd10 icd diagnosis_code icd_10 icd10_code", "J{00-99}.{0-9}", "I10", "E11.{0-9}", "M54.{1-9}", "K{20-90}.{0-9}"),
        new("cpt_code procedure_code hcpcs billing_code_medical", "{9:5}", "99{0:3}"),
        new("snomed snomed_code loinc loinc_code concept_code", "{9:8}", "{9:5}-{1-9}"),
        new("npi", "1{0:9}"),
        new("ndc product_ndc", "{0:5}-{0:4}-{0:2}"),
        new(
            "medication medication_name drug drug_name medicine generic_name substance_name active_ingredient prescription_name substance "
            + "pharmaceutical brand_name_drug active_substance rx_name compound_drug",
            "Amoxicillin", "Ibuprofen", "Metformin", "Lisinopril", "Omeprazole", "Cetirizine", "Salbutamol", "Atorvastatin", "Paracetamol", "Levothyroxine",
            "Sertraline", "Prednisolone"),
        new(
            "dosage dose dosage_form dose_text dosage_instructions sig strength dosage_text dosage_and_administration",
            "one tablet twice a day", "5 ml every eight hours", "{5-50}0 mg three times a day", "one capsule each morning", "two puffs when needed",
            "{1-4}0 mg at bedtime", "one sachet after meals"),
        new("route_of_administration administration_route", "oral", "intravenous", "topical", "inhaled", "subcutaneous"),
        new(
            "procedure_name treatment therapy treatment_name surgery medical_procedure intervention therapy_type procedure_medical "
            + "treatment_type treatment_plan therapeutic_area",
            "physiotherapy", "blood test", "appendectomy", "wound dressing", "vaccination", "dialysis", "cognitive behavioural therapy", "colonoscopy",
            "hip replacement", "chest X-ray"),
        new(
            "specialty speciality specialization medical_specialty clinical_specialty taxonomy_description",
            "cardiology", "dermatology", "paediatrics", "orthopaedics", "neurology", "general practice", "ophthalmology", "psychiatry", "radiology",
            "gynaecology"),
        new("blood_type blood_group", "A+", "O+", "B+", "AB+", "A-", "O-"),
        new("allergy allergies", "penicillin", "peanuts", "pollen", "latex", "shellfish", "bee stings"),
        new("vaccine vaccine_name immunization", "influenza {2020-2025}", "tetanus", "hepatitis B", "measles-mumps-rubella", "COVID-19 mRNA", "HPV"),
        new(
            "lab_test test_name lab_name analyte exam examination observation_name medical_test biomarker",
            "complete blood count", "HbA1c", "lipid panel", "TSH", "creatinine", "C-reactive protein", "urinalysis", "vitamin D"),
        new(
            "hospital hospital_name clinic clinic_name care_site healthcare_facility medical_center healthcare_provider pharmacy pharmacy_name "
            + "care_provider health_facility",
            "{city} General Hospital", "St. Mary's Clinic", "Lakeside Medical Centre", "University Hospital {city}", "Riverside Family Practice",
            "Old Town Pharmacy {city}"),
        new(
            "body_part body_site organ anatomical_site anatomical_structure muscle muscle_group target_muscle bone anatomy body_region joint "
            + "tissue",
            "left knee", "right shoulder", "lower back", "heart", "liver", "biceps", "hip", "neck", "quadriceps", "forearm"),
        new(
            "exercise exercise_name workout workout_name activity_name fitness_activity exercise_type workout_type training_type",
            "push-ups", "squats", "plank", "rowing", "deadlift", "lunges", "yoga flow", "interval run", "pull-ups", "swimming"),
        new(
            "health_plan payer insurance_company insurance_provider payer_name insurance_name",
            "Union Mutual Health", "Alpine Care", "Crescent Insurance", "Public Health Fund {city}", "Meridian Life", "Coastal Health Plan"),
        new("triage urgency acuity triage_level", "immediate", "very urgent", "urgent", "standard", "non-urgent"),
    ];
}
