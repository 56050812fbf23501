using System.Net.Sockets;
using AgentScaler.LanguageModels;
using MassTransit;
using MongoDB.Driver;
using RabbitMQ.Client.Exceptions;

namespace AgentScaler.Hosting.Bus;

/// <summary>Distinguishes outages from failures of the work itself.</summary>
public static class Outage
{
    /// <summary>Whether the exception means that the broker, the database, a model endpoint or another service does not answer.</summary>
    public static bool Is(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is OutageException or ModelEndpointException { Away: true }
                or MongoConnectionException or MongoConnectionPoolPausedException or MongoNotPrimaryException or MongoNodeIsRecoveringException
                or ConnectionException or BrokerUnreachableException or SocketException
                // A broker that refuses a request (403, 404, 406) does answer.
                or OperationInterruptedException { ShutdownReason: not { ReplyCode: 403 or 404 or 406 } })
            {
                return true;
            }

            // Server selection for an unreachable database ends with this exception. The driver has no more specific type.
            if (cause is TimeoutException && cause.Source == "MongoDB.Driver")
            {
                return true;
            }
        }

        return false;
    }
}
