namespace AgentScaler.Language.Values.Vocabulary.Kinds;

/// <summary>Resources and places of clouds and networks.</summary>
internal static class CloudKinds
{
    public static IReadOnlyList<TextKind> All { get; } =
    [
        new(
            "region resource_location azure_region aws_region cloud_region home_region source_region destination_region storage_location "
            + "location_id aws_location",
            "us-east-1", "us-west-2", "eu-west-1", "eu-central-1", "ap-southeast-2", "ap-northeast-1", "sa-east-1", "ca-central-1", "westeurope",
            "northeurope", "eastus2", "europe-west4", "us-central1", "asia-east1"),
        new(
            "availability_zone aws_zone cloud_zone primary_zone",
            "us-east-1{a|b|c}", "eu-west-1{a|b|c}", "eu-central-1{a|b|c}", "ap-southeast-2{a|b|c}", "us-west-2{a|b|c}"),
        new(
            "instance_type instance_class node_type machine_type vm_size compute_type instance_size worker_type node_class cache_node_type "
            + "db_instance_class hardware_type server_type",
            "t3.micro", "t3.medium", "m5.large", "m5.xlarge", "c5.2xlarge", "r6g.large", "db.t3.medium", "db.r5.large", "Standard_D2s_v3", "Standard_B2ms",
            "e2-standard-4", "n2-highmem-8"),
        new("instance_family", "t3", "m5", "c5", "r6g", "p4d", "i3"),
        new(
            "disk_type volume_type storage_type storage_class disk_kind",
            "gp3", "io2", "standard", "pd-ssd", "Premium_LRS", "Standard_LRS", "STANDARD_IA", "GLACIER"),
        new("vpc", "vpc-0{f:16}"),
        new("subnet subnet_name", "subnet-0{f:16}"),
        new("security_group", "sg-0{f:16}"),
        new("ami image_ami", "ami-0{f:16}"),
        new("ip_family address_family ip_version ip_address_type", "ipv4", "ipv6", "dualstack"),
        new(
            "cidr cidr_block ip_range address_range address_prefix ip_prefix network_range address_space cidr_range ipv4_cidr cidr_ip "
            + "network_address_block netblock",
            "10.{0-254}.0.0/16", "10.{0-254}.{0-254}.0/24", "172.{16-31}.{0-254}.0/20", "192.168.{0-254}.0/24", "198.51.100.{0-240}/28"),
        new("ipv6_cidr ipv6_cidr_block", "2001:db8:{f:4}::/56", "2001:db8:{f:4}:{f:2}00::/64"),
        new(
            "ip address_ip ip_addr ipv4 ipv4_address public_ip private_ip source_ip client_ip remote_ip ip_address gateway_ip anycast_ip "
            + "endpoint_ip server_ip default_gateway last_ip remote_addr",
            "10.{0-254}.{0-254}.{1-254}", "192.168.{0-254}.{1-254}", "198.51.100.{1-254}", "203.0.113.{1-254}", "172.{16-31}.{0-254}.{1-254}"),
        new("ipv6 ipv6_address", "2001:db8:{f:4}::{f:4}", "2001:db8::{f:4}:{f:4}"),
        new("netmask subnet_mask", "255.255.255.0", "255.255.0.0", "255.255.255.192", "255.255.254.0"),
        new("asn as_number autonomous_system autonomous_system_number", "AS{64500-64990}", "{64512-65500}"),
        new("ssid wifi_network wifi_name", "{company-slug}-guest", "{city}-office", "{purpose}-wifi"),
        new(
            "rdata record_data dns_value",
            "198.51.100.{1-254}", "{purpose}.example.net.", "10 mail{1-4}.example.com.", "v=spf1 include:{purpose}.example.com -all"),
        new("mac mac_address client_mac hardware_address", "02:{f:2}:{f:2}:{f:2}:{f:2}:{f:2}", "00:16:3e:{f:2}:{f:2}:{f:2}"),
        new(
            "host hostname host_name fqdn server_name dns_name server_address server database_host smtp_host smtp_server db_host proxy_host "
            + "virtual_host cname dns_record_name nameserver name_server dns_server dns hosted_zone_name computer_name machine_name domain_fqdn "
            + "host_header server_host",
            "{purpose}-{01-24}.example.com", "{purpose}.internal.example.com", "db-{01-12}.{purpose}.example.net", "app{1-40}.example.org",
            "ns{1-8}.{purpose}.example.net", "{purpose}.{env}.example.com"),
        new(
            "domain domain_name website_domain custom_domain email_domain zone_name upload_domain dns_zone tenant_domain root_domain",
            "{company-slug}.example.com", "{purpose}.example.com", "{purpose}-{env}.example.org", "{company-slug}.example.net",
            "shop-{company-slug}.example.com"),
        new("subdomain", "{purpose}", "{company-slug}", "{purpose}-{env}"),
        new(
            "endpoint service_endpoint api_endpoint endpoint_address endpoint_uri configuration_endpoint",
            "https://{purpose}.api.example.com", "https://api.example.com/{purpose}/v{1-3}", "{purpose}-{f:6}.us-east-1.example.com:{5432|3306|6379|443}"),
        new(
            "protocol network_protocol ip_protocol transport_protocol listener_protocol transport upload_protocol subscription_protocol scheme "
            + "uri_scheme",
            "https", "http", "tcp", "udp", "tls", "mqtt", "grpc", "sftp"),
        new(
            "port_range port ports source_port destination_port tcp_port from_port to_port ports_range",
            "443", "80", "22", "8080", "5432", "3306", "6379", "8443", "9092", "27017", "3389", "{1024-49151}"),
        new(
            "bucket bucket_name s3_bucket gcs_bucket storage_bucket source_bucket destination_bucket output_bucket target_bucket storage_account "
            + "storage_account_name blob_container container_name s3_bucket_name",
            "{company-slug}-{purpose}", "{purpose}-{env}-{9:4}", "{company-slug}-{purpose}-{env}", "{purpose}-logs-{9:4}"),
        new(
            "key_prefix prefix s3_prefix s3_key_prefix object_prefix output_prefix filter_prefix folder_prefix path_prefix log_prefix",
            "{purpose}/", "{purpose}/2025/", "{env}/{purpose}/", "logs/{purpose}-", "{purpose}-"),
        new(
            "s3_uri s3_location s3_path output_s3_uri s3_output_location s3_url output_location data_location storage_uri gcs_uri gcs_source "
            + "artifact_uri blob_uri storage_path",
            "s3://{company-slug}-{purpose}/{env}/", "s3://{purpose}-{9:4}/{file}.csv", "gs://{company-slug}-{purpose}/{file}.json",
            "s3://{purpose}-exports/2025/{01-12}/"),
        new(
            "arn resource_arn role_arn target_arn kms_key_arn stream_arn topic_arn execution_role execution_role_arn service_role_arn "
            + "iam_role_arn",
            "arn:aws:{iam::123456789012:role|sns:us-east-1:123456789012|kms:eu-west-1:123456789012:key}/{purpose}-{9:4}"),
        new(
            "iam_role role_name service_role iam_role_name instance_profile",
            "{Purpose}ServiceRole", "{purpose}-execution-role", "{purpose}-reader-{9:3}", "{Purpose}AccessRole"),
        new(
            "aws_account aws_account_number owner_account source_account linked_account target_account account_owner delegated_account "
            + "aws_account_owner resource_owner_account",
            "{9:12}"),
        new(
            "kms_key kms_key_name encryption_key kms_master_key",
            "alias/{purpose}-key", "arn:aws:kms:us-east-1:123456789012:key/{uuid}",
            "projects/{company-slug}/locations/global/keyRings/{purpose}/cryptoKeys/k{1-9}"),
        new("resource_group resource_group_name", "rg-{purpose}-{env}", "rg-{purpose}-{01-40}", "{company-slug}-{purpose}-rg"),
        new("subscription_name azure_subscription", "{Purpose} {Production|Development|Sandbox}", "{company} Pay-As-You-Go"),
        new(
            "resource_type target_resource_type resource_kind event_resource_type",
            "AWS::EC2::Instance", "AWS::S3::Bucket", "AWS::Lambda::Function", "AWS::RDS::DBInstance", "Microsoft.Compute/virtualMachines",
            "Microsoft.Storage/storageAccounts", "Microsoft.Web/sites", "compute.googleapis.com/Instance", "AWS::IAM::Role", "AWS::DynamoDB::Table",
            "Microsoft.KeyVault/vaults"),
        new(
            "provider cloud_provider infrastructure_provider delegated_provider hosting_provider",
            "aws", "azure", "gcp", "digitalocean", "hetzner", "ovh", "linode", "cloudflare"),
        new(
            "resource_provider provider_namespace resource_provider_namespace",
            "Microsoft.Compute", "Microsoft.Storage", "Microsoft.Network", "Microsoft.Sql", "Microsoft.Web", "Microsoft.KeyVault"),
        new("namespace service_namespace metric_namespace", "default", "kube-system", "{purpose}", "{purpose}-{env}", "AWS/EC2", "AWS/Lambda", "monitoring"),
        new("cluster cluster_name cluster_identifier", "{purpose}-cluster", "{purpose}-cluster-{01-20}", "{env}-cluster-{1-9}", "eks-{purpose}"),
        new("node_name node hostnode pod pod_name", "{purpose}-node-{01-24}", "ip-10-{0-254}-{0-254}-{1-254}.internal", "{purpose}-{f:9}-{a:5}"),
        new("queue queue_name dead_letter_queue queue_url", "{purpose}-queue", "{purpose}-events", "{purpose}-dlq", "{purpose}-jobs-{1-9}.fifo"),
        new(
            "topic_name dead_letter_topic sns_topic pubsub_topic message_topic kafka_topic",
            "{purpose}-events", "{purpose}.created", "{purpose}-updates-v{1-3}", "{env}.{purpose}.changes"),
        new("stream stream_name delivery_stream", "{purpose}-stream", "{purpose}-clickstream", "{purpose}-events-{1-9}"),
        new(
            "network network_name vnet virtual_network vpc_name vpc_network logical_network",
            "vnet-{purpose}", "{purpose}-network", "net-{env}-{01-12}", "default", "projects/{company-slug}/global/networks/{purpose}"),
        new(
            "network_interface interface_name nic interface network_interface_name",
            "eth{0-7}", "ens{1-9}f{0-3}", "eni-0{f:16}", "wlan{0-3}", "GigabitEthernet0/{1-48}", "xe-0/0/{0-47}"),
        new("load_balancer load_balancer_name", "{purpose}-lb", "app/{purpose}/{f:16}", "{env}-alb-{1-9}"),
        new("virtual_machine vm_name vm server_label", "vm-{purpose}-{01-24}", "{purpose}-vm{1-40}", "{env}-web-{01-12}"),
        new(
            "function_name function lambda_function lambda_name cloud_function",
            "{purpose}-handler", "process-{purpose}", "{purpose}-resize-{1-9}", "send-{purpose}-mail", "sync-{purpose}"),
        new(
            "image_name docker_image container_image image_uri image_repository image_reference base_image",
            "registry.example.com/{purpose}:{1-4}.{0-12}.{0-9}", "nginx:1.25", "python:3.12-slim", "node:20-alpine", "postgres:16", "redis:7.2",
            "ghcr.io/{company-slug}/{purpose}:v{1-9}"),
        new("image_tag docker_tag", "latest", "v{1-4}.{0-12}.{0-9}", "{f:7}", "stable", "{date}"),
        new(
            "log_group log_group_name log_stream log_stream_name log_name",
            "/aws/lambda/{purpose}-handler", "/aws/ecs/{purpose}", "{purpose}/{date}/{f:8}", "/var/log/{purpose}"),
        new(
            "snapshot snapshot_name backup_name recovery_point_name",
            "{purpose}-snapshot-{date}", "{purpose}-backup-{01-40}", "rds:{purpose}-{date}-03-10", "snap-0{f:16}"),
        new("vault vault_name key_vault backup_vault", "{purpose}-vault", "kv-{purpose}-{env}", "kv-{company-slug}-{01-12}"),
        new("secret_name parameter_store_name", "/{env}/{purpose}/db-login", "{purpose}-credentials", "{env}/{purpose}"),
        new("workspace_name workspace", "{purpose}-workspace", "{Purpose} workspace", "{company-slug}-{env}"),
        new("tenant tenant_name", "{company-slug}", "{company-slug}-{env}", "{company-slug}.example.com"),
        new("stack stack_name", "{purpose}-stack", "{purpose}-{env}", "{company-slug}-{purpose}-stack"),
        new("deployment deployment_name release_name", "{purpose}-{env}", "{purpose}-release-{1-40}", "deploy-{f:7}"),
        new("pool pool_name node_pool", "{purpose}-pool", "pool-{01-24}", "default-pool", "spot-pool-{1-9}"),
        new(
            "volume volume_name mount_point mount_path device_name disk_name disk block_device",
            "/dev/sd{a|b|c|f|g}", "/mnt/{purpose}", "vol-0{f:16}", "{purpose}-disk-{01-12}", "/dev/nvme{0-3}n1"),
        new("partition aws_partition", "aws", "aws-cn", "aws-us-gov"),
        new("certificate_name cert_name", "{purpose}.example.com", "wildcard.example.org", "{purpose}-tls-2025", "*.{purpose}.example.net"),
        new("cpu_platform processor cpu cpu_type architecture cpu_architecture arch", "x86_64", "arm64", "Intel Ice Lake", "AMD Milan", "AWS Graviton3"),
        new("iops throughput max_iops", "{3-16}000"),
        new(
            "principal principal_name",
            "user:{login}@example.com", "serviceAccount:{purpose}@example.com", "group:{purpose}@example.com", "{purpose}.amazonaws.com"),
        new(
            "service_principal service_account service_account_email service_account_name",
            "{purpose}-sa@{company-slug}.example.com", "svc-{purpose}", "{purpose}-runner@example.com"),
        new(
            "service service_name aws_service linked_service service_type",
            "{purpose}-service", "ec2.amazonaws.com", "s3", "lambda", "dynamodb", "{purpose}-api", "cloudwatch", "storage.googleapis.com", "redis",
            "rabbitmq"),
        new("api api_name", "{Purpose} API", "{purpose}-api", "{Purpose} API v{2-4}"),
        new(
            "metric metric_name metrics measure",
            "CPUUtilization", "RequestCount", "Latency", "ErrorRate", "MemoryUsage", "DiskReadBytes", "NetworkIn", "QueueDepth", "conversion_rate",
            "active_users", "page_views", "p95_latency_ms"),
        new(
            "dimension dimension_name",
            "InstanceId", "FunctionName", "country", "device_category", "DBInstanceIdentifier", "campaign", "LoadBalancer", "browser", "ApiName",
            "page_path"),
        new(
            "statistic aggregation aggregate aggregation_type aggregate_function reducer aggregation_method",
            "Average", "Sum", "Minimum", "Maximum", "SampleCount", "p95"),
    ];
}
