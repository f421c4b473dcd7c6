using System.Collections.Concurrent;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Web.Features.Mail;

namespace BetterTogether.Learning.Web.Tests.Mail;

/// <summary>Keeps what it was given and answers what the test says; delivers where nothing is said.</summary>
internal sealed class ScriptedTransport : IMailTransport, IMailConnection
{
    private readonly ConcurrentQueue<Func<Delivery>> answers = new();

    public ConcurrentQueue<MimeMessage> Sent { get; } = new();

    public void Next(Func<Delivery> answer) => answers.Enqueue(answer);

    public IMailConnection Connect() => this;

    public async Task<Delivery> SendAsync(MimeMessage mail)
    {
        await Task.Yield();
        Sent.Enqueue(mail);
        return answers.TryDequeue(out var answer) ? answer() : new Delivered();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
