namespace AgentScaler.Language.Values.Vocabulary.Kinds;

/// <summary>Chemistry, living things, physics and the trades that measure.</summary>
internal static class ScienceKinds
{
    public static IReadOnlyList<TextKind> All { get; } =
    [
        new(
            "chemical chemical_name compound compound_name reagent solvent substance_chemical molecule chemical_compound reactant solute acid "
            + "base_chemical",
            "sodium chloride", "ethanol", "acetic acid", "benzene", "calcium carbonate", "ammonia", "glucose", "toluene", "sulfuric acid", "acetone",
            "caffeine", "methane"),
        new("chemical_formula molecular_formula formula_chemical", "NaCl", "C2H5OH", "CaCO3", "NH3", "C6H12O6", "H2SO4", "C8H10N4O2", "CH4", "CO2"),
        new("element chemical_element metal", "hydrogen", "carbon", "oxygen", "iron", "copper", "gold", "silicon", "sodium", "zinc", "titanium"),
        new("cas_number cas", "{50-9999}-{0:2}-{0-9}"),
        new("smiles canonical_smiles", "CCO", "CC(=O)O", "c1ccccc1", "CN1C=NC2=C1C(=O)N(C)C(=O)N2C", "C1CCCCC1", "CC(C)Cc1ccc(cc1)C(C)C(=O)O"),
        new("inchi_key inchikey", "{A:14}-{A:10}-N"),
        new(
            "species species_name scientific_name organism top_species taxon taxon_name tree_species animal_species latin_name binomial_name "
            + "fish_species bird_species genus_species",
            "Panthera leo", "Quercus robur", "Homo sapiens", "Salmo salar", "Apis mellifera", "Escherichia coli", "Mus musculus", "Falco peregrinus",
            "Betula pendula", "Danio rerio"),
        new(
            "common_name animal animal_name animal_type wildlife creature",
            "lion", "brown bear", "honey bee", "Atlantic salmon", "red fox", "barn owl", "green turtle", "grey wolf", "house sparrow", "harbour seal"),
        new(
            "breed pet_breed dog_breed",
            "Labrador", "Beagle", "Siamese", "Border Collie", "Maine Coon", "Poodle", "Dachshund", "Persian", "Golden Retriever", "Bengal"),
        new("pet_name pet dog cat", "Bella", "Max", "Luna", "Rocky", "Coco", "Milo", "Nala", "Oscar", "Daisy", "Simba", "Poppy", "Bruno"),
        new(
            "plant plant_type crop crop_name flower tree crop_type vegetable fruit plant_species",
            "wheat", "maize", "lavender", "basil", "olive tree", "sunflower", "rosemary", "tomato", "potato", "apple tree", "barley", "hydrangea"),
        new("genus family_taxonomy taxonomic_family", "Panthera", "Quercus", "Rosaceae", "Felidae", "Salmonidae", "Fabaceae", "Canis"),
        new("gene gene_name gene_symbol target_gene allele_gene", "BRCA1", "TP53", "EGFR", "CFTR", "MYC", "APOE", "KRAS", "HBB", "FTO"),
        new(
            "protein protein_name enzyme enzyme_name receptor antibody",
            "hemoglobin", "insulin", "p53", "collagen", "amylase", "actin", "lactase", "albumin", "cytochrome c"),
        new(
            "dna_sequence sequence_dna nucleotide_sequence rna_sequence genetic_sequence",
            "ATG{GCC|TTA|CAG}{AAG|CTG|GGC}{TAC|ACC|CGA}{GGA|TTC|GAT}TAA", "{GAT|TTA}{ACA|CCG}{GGC|TAT}{AAC|CTT}"),
        new("protein_sequence amino_acid_sequence peptide", "MKT{A:6}LLG", "MVLSPADK{A:5}", "{A:9}"),
        new("chromosome", "chr{1-22}", "chrX"),
        new("genome genome_build assembly reference_genome", "GRCh38", "GRCh37", "GRCm39", "T2T-CHM13"),
        new("pdb_id", "{1-9}{A:3}"),
        new("accession accession_number", "NM_{0:6}", "P{0:5}", "SRR{9:7}"),
        new("doi resource_doi preprint_doi article_doi digital_object_identifier", "10.{1000-9999}/{purpose}.{2018-2025}.{9:4}", "10.5555/{9:8}"),
        new("orcid", "0000-000{1-3}-{0:4}-{0:4}"),
        new("pmid pubmed_id", "{9:8}"),
        new("arxiv_id arxiv", "{20-25}{01-12}.{0:5}"),
        new(
            "journal journal_name publication_name periodical newspaper magazine publication_title source_publication container_title",
            "Journal of Applied Chemistry", "Annals of Botany", "European Review of Logistics", "The Evening Courier", "Nordic Medical Letters",
            "Computing Practice", "City Gazette", "Letters in Physics"),
        new(
            "research_field discipline field_of_study subject_area scientific_field area_of_study study_field academic_discipline "
            + "area_of_research research_area domain_of_study specialism",
            "molecular biology", "economics", "astronomy", "linguistics", "materials science", "history", "computer science", "sociology", "geology",
            "nutrition"),
        new(
            "method_scientific technique analysis_method research_method methodology analysis_type analytical_method statistical_test test_type "
            + "experimental_method statistical_method measurement_method approach",
            "spectroscopy", "chromatography", "microscopy", "regression", "t-test", "survey", "titration", "PCR", "ANOVA", "interview"),
        new(
            "physical_quantity measurement_type quantity_kind observed_property measured_variable parameter_measured sensor_type measurement "
            + "reading_type measurement_name",
            "temperature", "pressure", "humidity", "voltage", "current", "flow rate", "CO2 concentration", "vibration", "luminance", "speed"),
        new(
            "sensor sensor_name gauge probe",
            "Hallway thermometer", "Roof anemometer", "Tank level {1-9}", "Boiler pressure", "Dock camera {1-9}", "Soil moisture {1-24}"),
        new(
            "machine equipment equipment_name asset asset_name tool_equipment appliance instrument_name equipment_type asset_tag machinery",
            "Forklift {1-24}", "CNC mill {1-9}", "Air compressor {1-9}", "Conveyor {A|B|C}{1-9}", "Laser cutter", "Boiler {1-4}", "Packing line {1-6}",
            "Projector {100-400}"),
        new(
            "part_name component component_name spare_part module_hardware replacement_part",
            "brake pad", "oil filter", "drive belt", "control board", "pump seal", "fuse 10A", "bearing 6204", "fan motor", "hinge", "pressure valve"),
        new(
            "fuel_type fuel energy_source energy_type power_source fuel_type_primary energy_carrier primary_fuel",
            "petrol", "diesel", "electric", "hybrid", "natural gas", "hydrogen", "solar", "wind", "LPG"),
        new(
            "planet celestial_body star constellation galaxy astronomical_object",
            "Mars", "Venus", "Jupiter", "Sirius", "Orion", "Andromeda", "Saturn", "Vega", "Europa"),
        new("mineral rock rock_type gemstone soil_type ore", "granite", "quartz", "basalt", "limestone", "loam", "clay", "feldspar", "slate", "sandy soil"),
        new("bone_type fossil artifact artefact", "clay lamp", "bronze coin", "ammonite", "flint blade", "amphora", "trilobite", "silver brooch"),
        new(
            "hazard hazard_type risk_type danger natural_disaster disaster_type risk risk_category threat threat_type",
            "flood", "fire", "earthquake", "slippery floor", "data loss", "storm", "chemical spill", "power outage", "phishing"),
        new("hazard_class un_number ghs_code h_statement", "UN {1000-3400}", "H{200-420}", "P{200-500}"),
        new("pollutant contaminant air_pollutant", "PM2.5", "PM10", "NO2", "O3", "SO2", "CO"),
        new("gas_type greenhouse_gas emission_type emission_source", "CO2", "CH4", "N2O", "HFC-134a", "SF6"),
    ];
}
