"""The JSON Schema of a bank, so that editors complete and check it."""

from __future__ import annotations

from typing import Annotated, Any, Union

from pydantic import BaseModel, ConfigDict, Field, create_model

from bookwork.model.markdown import Markdown, Plain
from bookwork.model.question import types


def bank_schema() -> dict[str, Any]:
    """Return the schema of a bank file over all registered types (JSON Schema 2020-12)."""
    models = tuple(types().values())
    # The union is known only at run time: mypy cannot read it as a type.
    # `|` takes types, not a tuple of them.
    question: Any = Annotated[Union[models], Field(discriminator="type")]  # noqa: UP007
    bank: type[BaseModel] = create_model(
        "Bank",
        __config__=ConfigDict(extra="forbid"),
        __doc__="A bank of questions.",
        bank=(Plain, Field(description="The name of the folder that the bank stands in.")),
        title=(Plain, Field(description="What the reader sees above the quiz.")),
        objectives=(dict[str, Markdown], Field(description="What the reader will be able to do.")),
        questions=(list[question], Field(min_length=1)),
    )
    schema = bank.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
