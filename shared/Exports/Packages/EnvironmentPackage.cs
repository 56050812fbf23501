namespace AgentScaler.Exports.Packages;

/// <summary>One environment that was packaged for Python trainers.</summary>
/// <param name="Domain">The domain's slug; the package lies in the folder of this name.</param>
/// <param name="Distribution">The name to install it by.</param>
/// <param name="Module">The name to import it by.</param>
/// <param name="Train">Tasks to train on.</param>
/// <param name="Validation">Tasks held back.</param>
public sealed record EnvironmentPackage(string Domain, string Distribution, string Module, int Train, int Validation);
