using AgentScaler.Language.Values.Documents;

namespace AgentScaler.Language.Tests.Values;

/// <summary>The specification of the reader of values in descriptions; the sentences stand in published documents.</summary>
public sealed class DescriptionReaderTests
{
    [Theory]
    [InlineData("The name of the document that defines this benchmark, e.g. \"CIS Container-Optimized OS\".", "CIS Container-Optimized OS")]
    [InlineData("Provide a list of ingredients for the recipe (e.g., chicken, onions, tomatoes)", "chicken|onions|tomatoes")]
    [InlineData("The part of a web request that identifies the resource, for example, /images/daily-ad.jpg.", "/images/daily-ad.jpg")]
    [InlineData("The three-character ISO currency code of transfer. For example, **USD** or **EUR**.", "USD|EUR")]
    [InlineData("The ID of the patient (e.g., John123, Mary456)", "John123|Mary456")]
    [InlineData("Species database name e.g. senterica, ecoli, yersinia, mcatarrhalis", "senterica|ecoli|yersinia|mcatarrhalis")]
    [InlineData("Required. The human readable name of this attestation authority, for example \"cloudbuild-prod\".", "cloudbuild-prod")]
    [InlineData("Your app's URL, if you want to activate cards through your app. For example, **my-app://ref1236a7d**. A QR code is created based on this URL.",
        "my-app://ref1236a7d")]
    [InlineData("The time to set for the new alarm in 24-hour format (e.g., '14:30' for 2:30 PM).", "14:30")]
    [InlineData("The name of the first species for bone structure comparison (e.g., lion, horse, snake)", "lion|horse|snake")]
    [InlineData(
        "This is an ARN that uniquely identifies a recovery point; for example, arn:aws:backup:us-east-1:123456789012:recovery-point:1EB3B5E7-9EB0-435A-A80B-108B488B0D45.",
        "arn:aws:backup:us-east-1:123456789012:recovery-point:1EB3B5E7-9EB0-435A-A80B-108B488B0D45")]
    [InlineData("The account name label, such as \"Member Name.\" Recommended maximum length is 15 characters.", "Member Name")]
    [InlineData("The desired unit for energy level (e.g., Joules, Watts)", "Joules|Watts")]
    [InlineData("The type of climate justice project you are interested in (e.g., renewable energy, afforestation)", "renewable energy|afforestation")]
    [InlineData("The country where the food item is produced (e.g., USA, Germany, China)", "USA|Germany|China")]
    [InlineData("Version number (e.g. 1.0.0) you want to copy data to. Providing 'top' accesses the highest available version.", "1.0.0")]
    [InlineData("The base currency used to get the latest exchange rate(s) for. Uses the ISO 4217 currency standard (e.g., USD for United States Dollars).",
        "USD")]
    [InlineData("Indicates the ID of the user currently working on the document or has it checked out. For example, 'JSMITH'.", "JSMITH")]
    [InlineData("Package name for AppTarget. For example: com.google.android.gm", "com.google.android.gm")]
    [InlineData("The IP tag type. Example: FirstPartyUsage.", "FirstPartyUsage")]
    [InlineData("The date and time in UTC for this action to start. For example, \"2019-06-01T00:00:00Z\".", "2019-06-01T00:00:00Z")]
    [InlineData("Defines the paper format, e.g. A3, A5, Letter, etc. Default = 'A4'", "A3|A5|Letter")]
    [InlineData("The unit of compute capacity for the capacityLimit. For example, ml.m5.large.", "ml.m5.large")]
    [InlineData("New local part of the sender address (before the ``@``). Example: ``\"security\"``", "security")]
    [InlineData("The city or locality results should be present in. Example: Vancouver.", "Vancouver")]
    [InlineData("The method or technique to be used for analysis (e.g., spectroscopy, chromatography, microscopy)", "spectroscopy|chromatography|microscopy")]
    [InlineData("The IATA airport code or name of the city to arrive at, such as 'LAX' for Los Angeles International Airport or 'Chicago'.", "LAX|Chicago")]
    [InlineData("Specify an age group for the statistics (e.g., children, adolescents, adults)", "children|adolescents|adults")]
    [InlineData("The type of access event (e.g., entry, exit, resource access)", "entry|exit|resource access")]
    [InlineData("Relative path to the POST operator. Example: certificates/027707f9-98d5-5ddf-b98f-0a99a220c1ef/upload",
        "certificates/027707f9-98d5-5ddf-b98f-0a99a220c1ef/upload")]
    [InlineData("The payment method used for the purchase (e.g., credit card, PayPal)", "credit card|PayPal")]
    [InlineData("The current state of the export image task, such as PENDING, RUNNING, COMPLETED, or FAILED.", "PENDING|RUNNING|COMPLETED|FAILED")]
    [InlineData("The language for which you want to get typological information (e.g., English, French, Mandarin)", "English|French|Mandarin")]
    [InlineData("The specific electronics module to check the health of (e.g., ECU, ABS, Airbag)", "ECU|ABS|Airbag")]
    [InlineData("Specifies the destination folder ID to which the document is to be moved. For example, 'ACTIVE_US!987'.", "ACTIVE_US!987")]
    [InlineData("The style of the digital art (e.g., abstract, surreal, pop art)", "abstract|surreal|pop art")]
    [InlineData("Restart timeout specified as a string of magnitude and unit, e.g. '5m' (5 minutes) or '2h' (2 hours) [Default: '5m']", "5m|2h")]
    [InlineData("The type of rule this alert configuration represents, such as 'traffic spike' or 'downtime'.", "traffic spike|downtime")]
    [InlineData("Name of your Amazon Kinesis Analytics application (for example, sample-app).", "sample-app")]
    [InlineData("Language localization code (a BCP-47 language tag; for example, \"de-AT\" for Austrian German).", "de-AT")]
    [InlineData("This key uniquely identifies the type of metadata being stored, such as \"severity\", \"category\", or \"assignee\".",
        "severity|category|assignee")]
    [InlineData("The system type such as Salesforce, MicrosoftDynamicCRM, Oracle etc. Default is empty.", "Salesforce|MicrosoftDynamicCRM|Oracle")]
    [InlineData("The destination of the business travel (e.g., New York, London, Tokyo)", "New York|London|Tokyo")]
    [InlineData("The context type such as Opportunity, Contact, Account, etc. Default is empty.", "Opportunity|Contact|Account")]
    [InlineData("The `customer_id` must have the initial \"C\" stripped (for example, `046psxkn`).", "046psxkn")]
    public void Examples_are_read(string description, string values)
    {
        var stated = DescriptionReader.Read(description);

        Assert.Equal(values, string.Join('|', stated.Values));
        Assert.False(stated.Closed);
    }

    [Theory]
    [InlineData("Accepted values are USD (US Dollars) and EUR (Euros). If the AWS Partition is aws-eusc, the currency code must be EUR.", "USD|EUR")]
    [InlineData("The address family. Valid values are ipv4 and ipv6. You must create separate resolvers for IPv4 and IPv6 CIDRs.", "ipv4|ipv6")]
    [InlineData("Select specific meters only. Allowed values are PRODUCTION, CONSUMPTION, SelfConsumption, FeedIn, Purchased",
        "PRODUCTION|CONSUMPTION|SelfConsumption|FeedIn|Purchased")]
    [InlineData(
        "The data level that concurrent value edits are locked on. One of DATA_TABLE, PRIMARY_VALUE, ATTRIBUTE, VALUE, and NONE. Determines how edits are handled.",
        "DATA_TABLE|PRIMARY_VALUE|ATTRIBUTE|VALUE|NONE")]
    [InlineData("The level of the lock. Possible values are: NotSpecified, CanNotDelete, ReadOnly. CanNotDelete means authorized users are able to read.",
        "NotSpecified|CanNotDelete|ReadOnly")]
    [InlineData("The state of the service environment. Valid values are ENABLED and DISABLED.", "ENABLED|DISABLED")]
    [InlineData("The column by which to sort. Can be one of NAME, DEVICEFLEETNAME, CREATIONTIME, LASTMODIFIEDTIME.",
        "NAME|DEVICEFLEETNAME|CREATIONTIME|LASTMODIFIEDTIME")]
    [InlineData("The type of payment instrument. Possible values: **card**, **bankAccount**.", "card|bankAccount")]
    [InlineData("The status of the resize operation. Valid Values: NONE | IN_PROGRESS | FAILED | SUCCEEDED | CANCELLING",
        "NONE|IN_PROGRESS|FAILED|SUCCEEDED|CANCELLING")]
    [InlineData("Type of the disk. Valid values: \"pd-ssd\" (Persistent Disk Solid State Drive) \"pd-standard\" (Persistent Disk Hard Disk Drive)",
        "pd-ssd|pd-standard")]
    [InlineData("Indicates the type of account. Allowed values: * notApplicable * credit * debit", "notApplicable|credit|debit")]
    [InlineData("Indicates the type of account. Length: 2 characters. Allowed values: * **01** — Not applicable * **02** — Credit * **03** — Debit",
        "01|02|03")]
    [InlineData(
        "This is the overall lifecycle status. Valid values are: - 'received': The consent data have been received. - 'rejected': The consent data have been rejected",
        "received|rejected")]
    [InlineData(
        "A list of event type category codes. Possible values are issue, accountNotification, or scheduledChange. Currently, the investigation value isn't supported.",
        "issue|accountNotification|scheduledChange")]
    [InlineData("This can be one of `changed`, `added`, `removed`, `deleted`, or `undeleted` depending on the nature of the event.",
        "changed|added|removed|deleted|undeleted")]
    [InlineData("Type of phone number. Possible values: **Landline**, **Mobile**.", "Landline|Mobile")]
    [InlineData("Specifies whether the activity succeeded. Possible values are SUCCESS and FAIL.", "SUCCESS|FAIL")]
    [InlineData("If set, sort records by the specified field in either `asc` or `desc` direction.", "asc|desc")]
    [InlineData("The type of DMS resource that generates events. Valid values: replication-instance | replication-task",
        "replication-instance|replication-task")]
    [InlineData("The log destination type. An enum with possible values of s3 and cloudwatch.", "s3|cloudwatch")]
    [InlineData("The behavior. Possible values: **deductFromLiableAccount**, **deductFromOneBalanceAccount**.",
        "deductFromLiableAccount|deductFromOneBalanceAccount")]
    [InlineData("Specifies the sorting order, either Ascending or Descending. The default is Descending.", "Ascending|Descending")]
    [InlineData("The state of the burner. [Enum]: [\"running\", \"stopped\"]", "running|stopped")]
    [InlineData("The kind of the lamp. Enum: LED, HALOGEN", "LED|HALOGEN")]
    [InlineData("The output is one of the following strings: IN_PROGRESS COMPLETED FAILED", "IN_PROGRESS|COMPLETED|FAILED")]
    public void A_closed_choice_is_read(string description, string values)
    {
        var stated = DescriptionReader.Read(description);

        Assert.Equal(values, string.Join('|', stated.Values));
        Assert.True(stated.Closed);
    }

    [Theory]
    [InlineData("The parent (project, location, cluster name). Specified in the format `projects/*/locations/*/clusters/*`.",
        "projects/*/locations/*/clusters/*")]
    [InlineData("Required. The resource name of the Model to copy. Format: `projects/{project}/locations/{location}/models/{model}`",
        "projects/{project}/locations/{location}/models/{model}")]
    [InlineData("This Place's resource name, in `places/{place_id}` format. Can be used to look up the Place.", "places/{place_id}")]
    [InlineData("Required. The name of the project in the form of `projects/[PROJECT_ID]`, under which the occurrence is to be created.",
        "projects/[PROJECT_ID]")]
    [InlineData("Required. The parent table. Format: tables/{table}", "tables/{table}")]
    [InlineData("The return date for the trip in the format 'YYYY-MM-DD'. If not specified, defaults to null.", "YYYY-MM-DD")]
    [InlineData("Date of evaluation in the format YYYY-MM-DD", "YYYY-MM-DD")]
    [InlineData("The start date of the project (e.g., yyyy-mm-dd)", "yyyy-mm-dd")]
    [InlineData("Path to the TDE certificate private key in the form gs://bucketName/fileName. The instance must have read access.",
        "gs://bucketName/fileName")]
    [InlineData("It must be in the format `YYYY-MM-DDThh:mm:ss.fff` (ISO 8601 format).", "YYYY-MM-DDThh:mm:ss.fff")]
    [InlineData("Filter by last login date in ISO format (YYYY-MM-DDTHH:MM:SS)", "YYYY-MM-DDTHH:MM:SS")]
    public void A_form_is_read(string description, string form) =>
        Assert.Equal(form, DescriptionReader.Read(description).Form);

    [Theory]
    [InlineData("Specifies additional information about the workspace.")]
    [InlineData("A status message that gives more information about the operation's status, if applicable.")]
    [InlineData("Optional. String indicating the location of the expression for error reporting, e.g. a file name and a position in the file.")]
    [InlineData("The token that identifies the batch of results. For example, you submit a ListBridges request with MaxResults set at 5.")]
    [InlineData("Indicates the type of account. For example, for a multi-account card product.")]
    [InlineData("The shopper's IP address, as it is used in a number of risk checks (for instance, number of payment attempts or location-based checks).")]
    [InlineData("The location in which you want to get information about youth empowerment programs (e.g., city, country)")]
    [InlineData("The location for which you want to find trauma support services (e.g., city, state)")]
    [InlineData("The identifier of the content. Can be either the ID or the ARN. URLs cannot contain the ARN.")]
    [InlineData("If there is more than one owner, then e.g. two names might be noted here. For a corporate account, the corporate name is used.")]
    [InlineData("The display name of the app as shown in the AdMob UI. The maximum length allowed is 80 characters.")]
    [InlineData("You must specify either the startTime and endTime or the taskId, but not both.")]
    [InlineData("Must be one of the given values.")]
    [InlineData("The display name varies depending on the format. For example, if an npm package is named ui, then the displayName is @vue/ui.")]
    [InlineData("")]
    public void Prose_states_no_values(string description) =>
        Assert.Empty(DescriptionReader.Read(description).Values);
}
