using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Tests.Domain;

public class VocabulariesTests
{
    [Fact]
    public void Every_label_is_read_as_one_stage_and_written_again_as_itself()
    {
        foreach (var vocabulary in Vocabularies.Names)
        {
            foreach (var (stage, label) in Vocabularies.Of(vocabulary))
            {
                Vocabularies.Read(label, vocabulary).ShouldBe(stage);
                Vocabularies.Label(Vocabularies.Read(label, vocabulary)!.Value, vocabulary).ShouldBe(label);
            }
        }
    }

    [Fact]
    public void A_label_means_the_same_stage_whoever_says_it()
    {
        var meanings = Vocabularies.Names.SelectMany(Vocabularies.Of).GroupBy(pair => pair.Label, pair => pair.Stage);

        foreach (var meaning in meanings)
        {
            meaning.Distinct().Count().ShouldBe(1, meaning.Key);
        }
    }

    [Theory]
    [InlineData("New lead", "lead")]
    [InlineData("Relationship building", "relationship")]
    [InlineData("Video sent", "presentationSent")]
    [InlineData("TEAM MEMBER", "signedUp")]
    [InlineData("Booked", "presentationSent")]
    [InlineData("Held", "followUp")]
    [InlineData("Joined", "signedUp")]
    [InlineData("Won", "signedUp")]
    [InlineData("Lost", "notNow")]
    [InlineData("follow up", "followUp")]
    [InlineData("nurture", "nurture")]
    public void Any_vocabulary_is_understood_without_saying_which(string label, string stage) =>
        Vocabularies.Read(label)!.Value.Code().ShouldBe(stage);

    [Fact]
    public void Every_canonical_stage_has_a_word_in_every_vocabulary()
    {
        foreach (var vocabulary in Vocabularies.Names)
        {
            Stages.All.ShouldAllBe(stage => Vocabularies.Label(stage, vocabulary).Length > 0);
        }

        Vocabularies.Label(Stage.Invited, "recruiting").ShouldBe("New");
        Vocabularies.Label(Stage.Nurture, "sales").ShouldBe("Lost");
    }

    [Fact]
    public void No_show_is_a_fact_and_no_stage()
    {
        Vocabularies.Read("No-show").ShouldBeNull();
        FactTypes.Read("NO_SHOW").ShouldBe(FactType.NoShow);
    }

    [Fact]
    public void Codes_go_there_and_back()
    {
        Stages.All.ShouldAllBe(stage => Stages.OfCode(stage.Code()) == stage);
        FactTypes.All.ShouldAllBe(type => FactTypes.Read(type.Code()) == type);
        FactTypes.Codes.Length.ShouldBe(FactTypes.All.Length);
    }
}
