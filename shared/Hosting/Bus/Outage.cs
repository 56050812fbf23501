using System.Net.Sockets;
using AgentScaler.LanguageModels;
using MassTransit;
using MongoDB.Driver;
using RabbitMQ.Client.Exceptions;

namespace AgentScaler.Hosting.Bus;

/// <summary>Tells what fails because something does not answer from what fails by itself.</summary>
public static class Outage
{
    /// <summary>True where the broker, the database, a model endpoint or another service does not answer.</summary>
    public static bool Is(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is OutageException or ModelEndpointException { Away: true }
                or MongoConnectionException or MongoConnectionPoolPausedException or MongoNotPrimaryException or MongoNodeIsRecoveringException
                or ConnectionException or BrokerUnreachableException or SocketException
                // A broker that refuses what is asked (403, 404, 406) answers.
                or OperationInterruptedException { ShutdownReason: not { ReplyCode: 403 or 404 or 406 } })
            {
                return true;
            }

            // Selecting a server of a database that is away ends with this, and the driver has no type of its own for it.
            if (cause is TimeoutException && cause.Source == "MongoDB.Driver")
            {
                return true;
            }
        }

        return false;
    }
}
