namespace AgentScaler.Exports.Packages;

/// <summary>The package of one environment for Python trainers.</summary>
/// <param name="Domain">The domain's slug, which is also the name of the package's folder.</param>
/// <param name="Distribution">The name under which the package is installed.</param>
/// <param name="Module">The name under which the package is imported.</param>
/// <param name="Train">Tasks to train on.</param>
/// <param name="Validation">Tasks held back.</param>
public sealed record EnvironmentPackage(string Domain, string Distribution, string Module, int Train, int Validation);
