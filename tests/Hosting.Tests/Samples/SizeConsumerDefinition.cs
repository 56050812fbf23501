using AgentScaler.Hosting.Bus;

namespace AgentScaler.Hosting.Tests.Samples;

#region sample
public sealed class SizeConsumerDefinition() : WorkDefinition<SizeConsumer>(slots: Environment.ProcessorCount);
#endregion
