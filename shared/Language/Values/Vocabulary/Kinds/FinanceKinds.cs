namespace AgentScaler.Language.Values.Vocabulary.Kinds;

/// <summary>Money, accounts, companies and their papers.</summary>
internal static class FinanceKinds
{
    public static IReadOnlyList<TextKind> All { get; } =
    [
        new(
            "currency currency_code currency_iso base_currency quote_currency target_currency source_currency budget_currency "
            + "currency_symbol_code payment_currency settlement_currency iso_currency",
            "USD", "EUR", "GBP", "JPY", "CAD", "AUD", "CHF", "SEK", "INR", "BRL", "NOK", "MXN", "SGD", "PLN"),
        new("currency_name", "US Dollar", "Euro", "Pound Sterling", "Japanese Yen", "Canadian Dollar", "Swiss Franc", "Swedish Krona", "Indian Rupee"),
        new("currency_symbol", "$", "€", "£", "¥", "CHF", "kr", "₹", "zł"),
        new(
            "crypto_symbol coin crypto cryptocurrency base_symbol asset_symbol token_symbol coin_symbol",
            "BTC", "ETH", "SOL", "ADA", "XRP", "DOGE", "LTC", "DOT", "AVAX", "LINK"),
        new(
            "symbol ticker stock_symbol ticker_symbol trading_symbol stock security_symbol instrument underlying_symbol",
            "AAPL", "MSFT", "NVDA", "TSLA", "AMZN", "GOOG", "META", "NFLX", "SAP", "ASML", "SHEL", "TM", "JPM", "KO", "DIS", "ORCL"),
        new(
            "currency_pair trading_pair pair symbol_pair market_symbol",
            "EUR/USD", "GBP/USD", "BTC-USD", "ETH-EUR", "USD/JPY", "AUD/CAD", "SOL-USDT", "EUR/CHF"),
        new("expense tariff_amount charge fare_amount", "{5-900}.{0:2}"),
        new(
            "exchange stock_exchange exchange_code exchange_name market_code mic",
            "NYSE", "NASDAQ", "LSE", "XETRA", "TSE", "Euronext", "SIX", "HKEX", "TSX", "ASX"),
        new("isin", "US{9:9}{9:1}", "DE000{9:7}", "GB00{A:1}{9:6}{9:1}"),
        new("cusip", "{9:6}10{9:1}"),
        new("cik issuer_cik owner_cik", "000{9:7}"),
        new("lei", "5493{i:14}{9:2}"),
        new(
            "iban account_iban counterpart_iban creditor_iban debtor_iban beneficiary_iban",
            "DE{9:2}37040044{0:10}", "FR76{9:5}{0:16}", "GB{9:2}NWBK{9:14}", "NL{9:2}ABNA{0:10}", "ES{9:2}2100{0:16}"),
        new(
            "bic swift bic_swift swift_code bic_code bank_identifier counterpart_bic creditor_bic",
            "DEUTDEFF", "COBADEFF", "BNPAFRPP", "NWBKGB2L", "ABNANL2A", "CAIXESBB", "UBSWCHZH", "CHASUS33", "NDEASESS", "BARCGB22"),
        new(
            "routing_number aba sort_code bank_code branch_code bsb ifsc clearing_number clearing_code transit_number institution_number",
            "{9:8}", "{9:9}", "{9:2}-{0:2}-{0:2}"),
        new(
            "account_number bank_account bank_account_number account_no payee_account merchant_account_number account_identification "
            + "other_account_identification creditor_account debtor_account",
            "{9:10}", "{9:8}", "{9:4}-{0:6}"),
        new(
            "account account_name merchant_account account_title ledger_account gl_account account_label impacted_account bank_account_name "
            + "merchant_account_code account_code account_display",
            "Operating account", "Savings {9:4}", "{Purpose} account", "{company}", "Petty cash", "Accounts receivable", "{company-slug}-{purpose}",
            "Travel expenses", "{9:4} {Purpose}"),
        new("account_type bank_account_type", "checking", "savings", "business", "credit", "investment", "loan"),
        new("cost_center cost_centre cost_center_code profit_center", "CC-{9:4}", "{9:4}-{Purpose}", "KST {9:5}"),
        new(
            "tax_id vat_number tax_number vat_id tax_identifier tax_identification_number tin ein gst_number fiscal_code vat "
            + "tax_registration_number cnpj cpf nif national_tax_number ssn tax_payer_id tax_registration national_id national_identifier "
            + "social_security_number personal_code",
            "DE{9:9}", "FR{9:2}{9:9}", "GB{9:9}", "{9:2}-{9:7}", "NL{9:9}B01", "ATU{9:8}"),
        new(
            "tax_code tax_category tax_type tax_class tax_rate_name vat_code taxability_code tax_condition tax_jurisdiction tax_name",
            "VAT20", "VAT7", "standard", "reduced", "zero-rated", "exempt", "GST", "S{1-9}"),
        new(
            "company_number registration_number company_registration business_number business_registration_number organization_number "
            + "commercial_register company_registration_number legal_id legal_identifier org_number organisation_number siren siret duns abn "
            + "kvk_number entity_number registry_code register_number document_number file_number",
            "{9:8}", "HRB {9:6}", "SC{9:6}", "{9:2}-{9:7}", "{9:3} {9:3} {9:3}"),
        new(
            "legal_form company_type entity_type business_type legal_structure business_entity_type legal_entity_type organization_type "
            + "organisation_type company_kind institution_type",
            "GmbH", "Ltd", "Inc.", "LLC", "S.A.", "sole trader", "partnership", "non-profit", "B.V.", "AG", "public limited company"),
        new("sic naics industry_code sic_code nace naics_code nace_code isic_code", "{9:5}", "{9:4}", "{9:2}.{0:2}"),
        new(
            "industry sector business_sector industry_name market_sector line_of_business vertical company_industry other_industry "
            + "business_category",
            "Healthcare", "Retail", "Logistics", "Software", "Manufacturing", "Banking", "Energy", "Education", "Hospitality", "Construction",
            "Agriculture", "Telecommunications", "Insurance", "Automotive"),
        new(
            "company company_name organization organisation organization_name organisation_name employer business_name legal_name vendor "
            + "vendor_name supplier supplier_name merchant merchant_name customer_name_business manufacturer manufacturer_name publisher "
            + "publisher_name partner partner_name firm corporation agency agency_name institution institution_name operator_name brand_owner "
            + "company_legal_name trading_name payee creditor_name debtor_name beneficiary_name issuing_company distributor contractor org "
            + "provider_name sponsor merchant_display_name institute entity_name legal_entity tracking_company account_holder_company "
            + "employer_name business seller_name issuer_company enterprise registrar studio creditor_agent insurer financial_institution lender "
            + "publisher_profile developer developer_name",
            "{company}"),
        new(
            "bank bank_name financial_institution_name issuing_bank card_issuer",
            "First Harbour Bank", "Alpine Savings", "Union Mutual", "Crescent Bank", "Meridian Trust", "Coastal Credit Union", "Nordic Commerce Bank",
            "Sparkasse Seeblick", "Banco del Puerto", "Highland Building Society"),
        new(
            "payment_method payment_type payment_instrument payment_mode payment_option payment_method_type method_payment "
            + "payment_method_variant payment_means payment_product payment_channel funding_source payment_source",
            "credit_card", "paypal", "bank_transfer", "sepa_debit", "ideal", "cash", "apple_pay", "invoice", "klarna", "gift_card"),
        new("card_type card_brand card_network card_scheme network_brand selected_brand card", "visa", "mastercard", "amex", "discover", "maestro", "jcb"),
        new("card_number masked_card_number pan masked_pan card_last_four_masked payment_account_number", "**** **** **** {0:4}", "4111 11** **** {0:4}"),
        new("last_four last_4 last4 card_summary last_digits", "{0:4}"),
        new("bin iin card_bin issuer_bin", "4{0:5}", "5{1-5}{0:4}"),
        new("cvc cvv security_code cvv2 card_security_code", "{0:3}"),
        new("expiry expiration expiry_date_card card_expiry expiry_month_year", "{01-12}/{26-31}"),
        new(
            "gateway payment_gateway payment_provider acquirer payment_processor psp payment_service",
            "Adyen", "Stripe", "PayPal", "Worldpay", "Mollie", "Braintree", "Checkout.com"),
        new("payment_terms payment_term net_terms terms_of_payment", "net 30", "net 14", "due on receipt", "2/10 net 30", "prepaid", "net 60"),
        new(
            "payment_status invoice_status billing_status settlement_status payout_status",
            "paid", "unpaid", "pending", "overdue", "refunded", "authorised", "captured", "failed"),
        new(
            "transaction_type entry_type posting_type movement_type transaction_kind balance_type ledger_type transaction_category",
            "debit", "credit", "refund", "transfer", "withdrawal", "deposit", "fee", "chargeback"),
        new(
            "transaction_code acquirer_code response_code_payment reason_code result_code raw_response reason_code_text bank_transaction_code "
            + "refusal_reason_code authorization_response_code",
            "{00-99}", "{A:2}{00-99}", "{A:4}"),
        new(
            "payment_reference reference_number reference merchant_reference psp_reference shopper_reference external_reference ref "
            + "transaction_reference customer_reference ref_number transaction_id reference_code payment_id_external order_reference "
            + "bank_reference end_to_end_id external_ref reference_no remittance_reference mandate_reference client_reference internal_reference "
            + "your_reference our_reference reference_text invoice_reference booking_reference shipment_reference source_reference "
            + "originator_reference reference_key",
            "REF-{9:6}", "{A:2}{9:8}", "88{9:14}", "{purpose}-{9:5}"),
        new(
            "remittance_information payment_purpose statement_descriptor payment_description transaction_description payment_note purpose_text "
            + "bank_statement_text dynamic_descriptor remittance_info remittance_information_unstructured transfer_purpose",
            "Invoice {9:5}", "Rent {January|March|June|October}", "Order {9:6} {company}", "Membership fee {2023-2025}", "Refund for order {9:6}",
            "Salary {February|May|July|November}", "Deposit {city}"),
        new("invoice_number invoice_no bill_number credit_note_number receipt_number invoice_id_number", "INV-{9:5}", "2025-{0:5}", "R{9:7}"),
        new("po_number purchase_order_number purchase_order po_reference", "PO-{9:5}", "45{9:8}"),
        new(
            "billing_period billing_cycle billing_frequency billing_interval subscription_period payment_frequency charge_frequency "
            + "subscription_interval payout_frequency",
            "monthly", "yearly", "quarterly", "weekly", "one-time", "every two weeks"),
        new(
            "pricing_model billing_model charge_model price_type pricing_type fee_type charge_type rate_type price_model cost_type "
            + "commission_type tariff tariff_name",
            "flat", "per_unit", "tiered", "volume", "usage-based", "per seat", "fixed price", "hourly"),
        new(
            "plan plan_name subscription_plan subscription pricing_plan price_plan subscription_type plan_type membership_plan service_plan "
            + "billing_plan license_plan",
            "Starter", "Basic", "Standard", "Plus", "Professional", "Business", "Enterprise", "Family", "Free", "Team"),
        new(
            "tier pricing_tier service_tier price_tier account_tier support_tier rewards_tier tier_name service_level performance_tier "
            + "customer_tier loyalty_tier membership_tier edition edition_name service_objective sku_tier requested_service_objective "
            + "current_service_objective product_tier support_plan",
            "basic", "standard", "premium", "enterprise", "free", "gold", "silver", "platinum", "bronze"),
        new(
            "fund_name portfolio portfolio_name fund investment strategy_name etf",
            "Global Equity Index", "Nordic Small Caps", "Balanced Growth", "Green Bonds {2028-2035}", "{country} Opportunities", "Short Duration Income",
            "{Purpose} portfolio"),
        new(
            "asset_class asset_type security_type instrument_type investment_type asset_category",
            "equity", "bond", "etf", "cash", "commodity", "real estate", "option", "future"),
        new(
            "amount total price cost fee balance subtotal amount_value total_amount unit_price base_price net_amount gross_amount tax tax_amount "
            + "discount discount_amount price_usd market_cap market_cap_usd volume_usd usd rate exchange_rate price_text formatted_price salary "
            + "revenue grand_total original_price sale_price list_price max_price min_price estimated_cost budget credit debit open close high low "
            + "bid ask last_price value_usd amount_due micro fare total_price total_cost premium price_change",
            "{5-900}.{0:2}"),
        new(
            "percent percentage change_percent rate_percent interest_rate apr percent_change tax_rate vat_rate price_change_percentage "
            + "discount_rate progress provisioning_progress progress_percent completion yield dividend_yield percentage_value change_percentage",
            "{1-99}.{0-9}", "{1-99}.{0:2}"),
        new("fiscal_year financial_year tax_year budget_year", "FY{2020-2026}", "{2020-2026}", "2024/25"),
        new(
            "fiscal_period accounting_period quarter reporting_period most_recent_quarter period time_period date_range last_period "
            + "report_period statement_period calendar_period tax_period payroll_period",
            "2025-Q{1-4}", "{2023-2025}-{01-12}", "FY{2023-2026} Q{1-4}", "H{1-2} {2022-2025}"),
        new(
            "filing filing_type form_type sec_form filing_history_type report_form",
            "10-K", "10-Q", "8-K", "annual accounts", "S-1", "confirmation statement", "20-F"),
        new("mandate mandate_id mandate_type sequence_type", "MD{9:8}", "SEPA-{9:6}"),
        new(
            "insurance_type coverage_type policy_type coverage insurance_plan benefit benefit_type",
            "liability", "health", "household", "car", "travel", "dental", "life", "accident"),
    ];
}
